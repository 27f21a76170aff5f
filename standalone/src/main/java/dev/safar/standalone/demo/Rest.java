package dev.safar.standalone.demo;

import dev.safar.contracts.Topics;
import dev.safar.standalone.log.CommittedLog;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells when nothing moves any more: the engine has committed all events, every message it asked for has been sent or given up,
 * and the reports on them have been through the engine too.
 */
final class Rest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Admin admin;
    private final String engineGroup;
    private final CommittedLog log;
    private final Chronicle chronicle;
    private final List<TopicPartition> events;

    /**
     * @param engineGroup the consumer group of the engine
     * @param log from which the chronicle is filled
     */
    Rest(Admin admin, String engineGroup, CommittedLog log, Chronicle chronicle) {
        this.admin = admin;
        this.engineGroup = engineGroup;
        this.log = log;
        this.chronicle = chronicle;
        this.events = log.partitions().stream()
                .filter(partition -> partition.topic().equals(Topics.EVENTS))
                .toList();
    }

    /**
     * Waits for it.
     *
     * @param allDueHasHappened what must hold before
     * @throws DemoFailure if it takes too long
     */
    void await(BooleanSupplier allDueHasHappened) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        until(deadline, () -> allDueHasHappened.getAsBoolean() || readOn(), () -> "what is due does not happen");
        Map<TopicPartition, Long> written = ends(events);
        Map<TopicPartition, Long> before;
        do {
            before = written;
            awaitEffectsOf(written, deadline);
            written = ends(events);
        } while (!written.equals(before));
    }

    private void awaitEffectsOf(Map<TopicPartition, Long> written, long deadline) {
        until(deadline, () -> hasCommitted(written) || readOn(), () -> "the engine has not come to " + written);
        Map<TopicPartition, Long> effects = ends(log.partitions());
        until(deadline, () -> log.hasReached(effects) || readOn(), () -> "the topics can't be read up to " + effects);
        until(deadline, () -> allAreSent() || readOn(), () -> "messages are under way: " + chronicle.underWay());
    }

    private static void until(long deadline, BooleanSupplier condition, Supplier<String> complaint) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("gave up after " + PATIENCE.toSeconds() + " s: " + complaint.get());
            }
        }
    }

    private boolean allAreSent() {
        return chronicle.underWay().isEmpty();
    }

    /** Waits a little, and not in vain; false, since what is waited for must be looked at again. */
    private boolean readOn() {
        log.readOn(LOOK, chronicle::take);
        return false;
    }

    private boolean hasCommitted(Map<TopicPartition, Long> written) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(engineGroup).partitionsToOffsetAndMetadata());
        return written.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
    }

    /**
     * How far has been written, including what belongs to a transaction that is being committed: offsets may be visible a moment
     * before the rest of their transaction is.
     */
    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DemoFailure("the broker does not tell how far it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }
}
