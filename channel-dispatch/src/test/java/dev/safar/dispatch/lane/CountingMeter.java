package dev.safar.dispatch.lane;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a test asks for. */
final class CountingMeter implements DispatchMeter {

    final AtomicInteger uncertain = new AtomicInteger();

    @Override
    public void concluded(String channel, String status) {
        // seen by the receipts
    }

    @Override
    public void dropped(String channel, String reason) {
        // seen by the receipts
    }

    @Override
    public void attempted(String channel, Duration took) {
        // seen by the provider
    }

    @Override
    public void uncertain(String channel) {
        uncertain.incrementAndGet();
    }
}
