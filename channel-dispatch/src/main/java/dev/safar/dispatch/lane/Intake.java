package dev.safar.dispatch.lane;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Retraction;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.inapp.Shelf;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * One round after the other: read, hand to the lanes, commit. Where a lane is full its partition waits, paused, and is read
 * on when there is room again; so memory is bounded by the queues and one fetch a partition.
 */
final class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class.getName());
    private static final Duration WHILE_WAITING = Duration.ofMillis(10);

    private final Consumer<String, byte[]> consumer;
    private final Assignment assignment;
    private final Retractions retractions;
    private final Shelf shelf;
    private final Map<String, Lanes> lanes;
    private final Duration commitInterval;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private long committedAt = System.nanoTime();

    Intake(Consumer<String, byte[]> consumer, Assignment assignment, Shared shared) {
        this.consumer = consumer;
        this.assignment = assignment;
        this.retractions = shared.retractions();
        this.shelf = shared.shelf();
        this.lanes = shared.lanes();
        this.commitInterval = shared.commitInterval();
    }

    /** What outlives a consumer; the lanes by topic. */
    record Shared(Retractions retractions, Shelf shelf, Map<String, Lanes> lanes, Duration commitInterval) {}

    void round() {
        ConsumerRecords<String, byte[]> records = consumer.poll(waitTime());
        retract(records);
        restore(records);
        assignment.advance();
        accept(records);
        feedLanes();
        commitWhenDue();
    }

    private Duration waitTime() {
        boolean waiting = assignment.tenures().stream()
                .anyMatch(tenure ->
                        !tenure.overflow().isEmpty() || !tenure.progress().idle());
        return waiting && WHILE_WAITING.compareTo(commitInterval) < 0 ? WHILE_WAITING : commitInterval;
    }

    private void retract(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> message : records.records(Topics.RETRACTIONS)) {
            try {
                Retraction retraction = ContractJson.read(message.value(), Retraction.class);
                retractions.add(message.partition(), retraction.messageId());
                shelf.retract(retraction.messageId());
            } catch (UncheckedIOException | IllegalArgumentException e) {
                LOG.log(Level.SEVERE, "retraction at {0}-{1} is not readable", new Object[] {
                    message.partition(), message.offset()
                });
            }
        }
    }

    private void restore(ConsumerRecords<String, byte[]> records) {
        records.records(Topics.DISPATCH_LEDGER).forEach(message -> assignment.restore(message.value()));
    }

    private void accept(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            assignment.tenure(partition).ifPresent(tenure -> {
                for (ConsumerRecord<String, byte[]> message : records.records(partition)) {
                    tenure.progress().begin(message.offset());
                    tenure.overflow().add(message);
                }
            });
        }
    }

    private void feedLanes() {
        for (Tenure tenure : assignment.tenures()) {
            Lanes channel = lanes.get(tenure.partition().topic());
            ConsumerRecord<String, byte[]> head = tenure.overflow().peek();
            while (head != null && channel.offer(new QueuedMessage(tenure, head))) {
                tenure.overflow().remove();
                head = tenure.overflow().peek();
            }
            List<TopicPartition> partition = List.of(tenure.partition());
            if (head == null && assignment.released(tenure.partition())) {
                consumer.resume(partition);
            } else {
                consumer.pause(partition);
            }
        }
    }

    private void commitWhenDue() {
        if (System.nanoTime() - committedAt < commitInterval.toNanos()) {
            return;
        }
        committedAt = System.nanoTime();
        Lease lease = assignment.lease();
        long asOf = lease.now();
        boolean all = lease.isDue();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Tenure tenure : assignment.tenures()) {
            long offset = finished(tenure);
            if (all || committed.getOrDefault(tenure.partition(), -1L) != offset) {
                offsets.put(tenure.partition(), new OffsetAndMetadata(offset));
            }
        }
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (done, failure) -> {
                if (failure == null) {
                    lease.renew(asOf); // brokers take a commit from members only
                    done.forEach((partition, offset) -> committed.put(partition, offset.offset()));
                }
            });
        }
    }

    /** With nothing in hand the position counts, which is also past what transactions leave in the log. */
    private long finished(Tenure tenure) {
        return tenure.progress().idle() && assignment.released(tenure.partition())
                ? consumer.position(tenure.partition())
                : tenure.progress().committable();
    }
}
