package dev.safar.standalone.chaos.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void tellsWhenWorkWentOnAndWhenTheBacklogWasGone() {
        // given: broken at 1 s; processed again at 3 s, and all at 5 s but what has just come
        sample(0, 10, 10);
        sample(1, 12, 11);
        sample(2, 14, 11);
        sample(3, 16, 13);
        sample(4, 18, 15);
        sample(5, 20, 18);

        // then
        assertThat(new Progress(samples).after("kill", seconds(1), Set.of(0)))
                .isEqualTo(
                        new Recovery("kill", Optional.of(Duration.ofSeconds(2)), Optional.of(Duration.ofSeconds(4))));
    }

    @Test
    void saysSoWhereNothingWentOn() {
        // given
        sample(0, 10, 10);
        sample(1, 12, 10);
        sample(9, 30, 10);

        // then
        assertThat(new Progress(samples).after("kill", seconds(1), Set.of(0)))
                .isEqualTo(new Recovery("kill", Optional.empty(), Optional.empty()));
    }

    private void sample(int second, long end, long committed) {
        samples.add(new Sample(seconds(second), Map.of(0, end), Map.of(0, committed)));
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
