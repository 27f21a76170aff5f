package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Outages.Outage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecoveryStepTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void onlyWhoTakesABrokerAwayMayRepeatMessages() {
        assertThat(RecoveryStep.all().stream().flatMap(step -> step.outage(T0, T0.plusSeconds(5)).stream()))
                .containsExactly(new Outage("broker and engine killed, and gone", T0, T0.plusSeconds(5)));
    }
}
