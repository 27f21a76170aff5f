package dev.safar.dispatch.policy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void letsABurstOfOneSecondThroughAndThenOneAtATime() {
        // given
        RateLimit limit = new RateLimit(2, nanos::get);

        // then
        assertThat(limit.take()).isZero();
        assertThat(limit.take()).isZero();
        assertThat(limit.take()).isEqualTo(Duration.ofMillis(500));
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(limit.take()).isZero();
        assertThat(limit.take()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void saysHowLongToWaitWhenSlowerThanOneASecond() {
        // given
        RateLimit limit = new RateLimit(0.5, nanos::get);

        // then
        assertThat(limit.take()).isZero();
        assertThat(limit.take()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void limitsNothingAtZero() {
        // given
        RateLimit limit = new RateLimit(0, nanos::get);

        // then
        for (int i = 0; i < 100; i++) {
            assertThat(limit.take()).isZero();
        }
    }
}
