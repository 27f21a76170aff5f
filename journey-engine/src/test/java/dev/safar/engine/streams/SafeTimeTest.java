package dev.safar.engine.streams;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SafeTimeTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Cause CAUSE = new Cause(0, 0, true);

    private final SafeTime safe = new SafeTime(() -> T0, Duration.ofSeconds(10));

    @Test
    void eventsAreTakenToWaitUntilATickSaysOtherwise() {
        assertThat(safe.eventsWait()).isTrue();
    }

    @Test
    void noEventsWaitWhereATickCameBackAtOnce() {
        safe.advance(T0.minusMillis(200), CAUSE);

        assertThat(safe.eventsWait()).isFalse();
    }

    @Test
    void eventsWaitWhereATickCameBackLate() {
        safe.advance(T0.minusMillis(700), CAUSE);
        safe.advance(T0.minusMillis(501), CAUSE);

        assertThat(safe.eventsWait()).isTrue();
        assertThat(safe.fresh()).isPresent();
    }
}
