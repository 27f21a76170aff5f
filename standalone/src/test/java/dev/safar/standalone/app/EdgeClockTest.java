package dev.safar.standalone.app;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EdgeClockTest {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void standsStillUntilItIsStepped() {
        // given
        EdgeClock clock = EdgeClock.steppedFrom(START);
        Instant before = clock.instant();

        // when
        clock.stepTo(START.plus(Duration.ofDays(45)));

        // then
        assertThat(before).isEqualTo(START);
        assertThat(clock.instant()).isEqualTo("2026-04-15T09:00:00Z");
    }

    @Test
    void neverGoesBackwards() {
        EdgeClock clock = EdgeClock.steppedFrom(START);

        Instant shown = clock.stepTo(START.minusSeconds(1));

        assertThat(shown).isEqualTo(START);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void refusesToStepTheSystemsClock() {
        EdgeClock clock = EdgeClock.system();

        assertThat(clock.isStepped()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> clock.stepTo(START));
    }
}
