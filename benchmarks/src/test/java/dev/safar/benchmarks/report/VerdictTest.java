package dev.safar.benchmarks.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {

    @Test
    void tellsWhatWasReachedAndWhatWasWanted() {
        assertThat(Verdict.atLeast("of the first", 0.5, 0.5))
                .isEqualTo("goal met: 0.50 of the first, wanted at least 0.50\n");
        assertThat(Verdict.atLeast("of the first", 0.494, 0.5))
                .isEqualTo("goal MISSED: 0.49 of the first, wanted at least 0.50\n");
        assertThat(Verdict.below("p99", 1_999.4, 2_000)).isEqualTo("goal met: p99 1,999 ms, wanted below 2,000\n");
        assertThat(Verdict.below("p99", 2_000, 2_000)).isEqualTo("goal MISSED: p99 2,000 ms, wanted below 2,000\n");
    }
}
