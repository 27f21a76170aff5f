package dev.safar.engine.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failed stream thread is replaced, but not for ever: an engine that keeps failing stops, and says so. */
final class RestartPolicy implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RestartPolicy.class);
    private static final int LIMIT = 5;
    private static final long WINDOW_NANOS = Duration.ofMinutes(5).toNanos();

    private final Deque<Long> failures = new ArrayDeque<>();

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        long now = System.nanoTime();
        failures.addLast(now);
        while (now - failures.getFirst() > WINDOW_NANOS) {
            failures.removeFirst();
        }
        if (failures.size() > LIMIT) {
            LOG.error("a stream thread failed {} times in a short while; the engine stops", failures.size(), failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("a stream thread failed and is replaced", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
