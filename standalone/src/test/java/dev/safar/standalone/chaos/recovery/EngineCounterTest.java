package dev.safar.standalone.chaos.recovery;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineCounterTest {

    private static final String METRICS =
            """
            # TYPE safar_restored_records counter
            safar_restored_records_total{thread="1"} 1200.0
            safar_restored_records_total{thread="2"} 34.0
            # TYPE safar_standby_records counter
            safar_standby_records_total 7.0
            """;

    @Test
    void addsUpTheLinesOfItsMetric() {
        assertThat(EngineCounter.restored().read(METRICS)).contains(1_234.0);
        assertThat(EngineCounter.copied().read(METRICS)).contains(7.0);
    }

    @Test
    void isUnknownWhereAnEngineDoesNotTellIt() {
        assertThat(EngineCounter.restored().read("safar_events_total 3.0\n")).isEmpty();
    }
}
