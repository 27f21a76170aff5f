package dev.safar.standalone.chaos;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlowAnswersTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private final SlowAnswers answers = new SlowAnswers(() -> T0);

    @Test
    void holdsNoAnswerBackUnlessToldTo() {
        answers.run();

        assertThat(answers.taken()).isEqualTo(1);
        assertThat(answers.underWay(T0.plusMillis(999))).isEqualTo(1);
        assertThat(answers.underWay(T0.plusMillis(1_000))).isZero();
    }

    @Test
    void countsWhatItHoldsBackAsUnderWay() {
        answers.begin(1);

        answers.run();

        assertThat(answers.underWay(T0.minusMillis(1))).isZero();
        assertThat(answers.underWay(T0.plusMillis(1_150))).isEqualTo(1);
        assertThat(answers.underWay(T0.plusMillis(1_900))).isZero();
    }
}
