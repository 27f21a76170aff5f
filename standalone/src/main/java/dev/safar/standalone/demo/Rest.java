package dev.safar.standalone.demo;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells when nothing moves any more: the engine has committed all events, every message it asked for has been sent or given up,
 * and the reports on them have been through the engine too.
 */
final class Rest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final String engineGroup;
    private final LogReader log;
    private final Chronicle chronicle;

    /**
     * @param engineGroup the consumer group of the engine
     * @param log which fills the chronicle
     */
    Rest(Admin admin, String engineGroup, LogReader log, Chronicle chronicle) {
        this.admin = admin;
        this.engineGroup = engineGroup;
        this.log = log;
        this.chronicle = chronicle;
    }

    /**
     * Waits for it.
     *
     * @throws DemoFailure if it takes too long
     */
    void await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<TopicPartition, Long> end;
        do {
            Map<TopicPartition, Long> written = log.endOfEvents();
            until(
                    deadline,
                    () -> hasCommitted(written),
                    () -> "the engine has not processed the events up to " + written);
            until(deadline, log::isAtEnd, () -> "the topics can't be read to their end");
            until(deadline, this::allAreSent, () -> "messages are still under way: " + chronicle.underWay());
            end = written;
        } while (!log.endOfEvents().equals(end));
    }

    private static void until(long deadline, BooleanSupplier condition, Supplier<String> complaint) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("gave up after " + PATIENCE.toSeconds() + " s: " + complaint.get());
            }
        }
    }

    private boolean allAreSent() {
        if (chronicle.underWay().isEmpty()) {
            return true;
        }
        log.read();
        return chronicle.underWay().isEmpty();
    }

    /** While it has not, the log is read on meanwhile, which also keeps this from asking in a hurry. */
    private boolean hasCommitted(Map<TopicPartition, Long> written) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        boolean all = written.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
        if (!all) {
            log.read();
        }
        return all;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return admin.listConsumerGroupOffsets(engineGroup)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DemoFailure("the broker does not tell how far the engine is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }
}
