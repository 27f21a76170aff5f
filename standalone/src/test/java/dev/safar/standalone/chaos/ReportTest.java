package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Finding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    private final StringWriter told = new StringWriter();
    private final Report report = new Report(new PrintWriter(told, true));

    @Test
    void aFaultThatNobodyFeltIsSaidToBeOneAndDoesNotCount() {
        // given
        RoundResult round = round(
                List.of(new Struck("kill -9 engine-1", true), new Struck("a transaction left open for 2.0 s", false)));

        // when
        report.round(round);
        report.summary(List.of(round, round), Duration.ofSeconds(40));

        // then
        assertThat(told.toString().lines())
                .containsExactly(
                        "round  1  seed 7  ok     kill -9 engine-1; a transaction left open for 2.0 s (not felt)",
                        "          9 events accepted, 1 posted again, 5 messages, 0 SMS recognised when they came again,"
                                + " 20.0 s",
                        "",
                        "  ok      all is well",
                        "",
                        "2 of 2 rounds passed in 40.0 s, 2 of 4 faults were felt");
    }

    private static RoundResult round(List<Struck> faults) {
        return new RoundResult(
                1,
                7,
                faults,
                new RoundResult.Figures(9, 1, 5, 0, Duration.ofSeconds(20)),
                List.of(),
                List.of(new Finding("all is well", List.of())),
                List.of(),
                List.of());
    }
}
