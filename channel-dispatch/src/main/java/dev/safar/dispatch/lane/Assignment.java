package dev.safar.dispatch.lane;

import dev.safar.contracts.Topics;
import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LedgerEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions one consumer has now. A partition of messages is read only once the retractions and the ledger of its number
 * have been read as far as they reached when it was assigned. Used by the consumer's thread alone.
 */
final class Assignment implements ConsumerRebalanceListener {

    private static final Duration LAST_CALLS = Duration.ofSeconds(25);
    private static final Set<String> MESSAGES = Set.copyOf(Topics.messages());

    private final Consumer<String, byte[]> consumer;
    private final Retractions retractions;
    private final Shelf shelf;
    private final Lease lease = new Lease(System::nanoTime);
    private final Map<TopicPartition, Tenure> tenures = new HashMap<>();
    private final Map<TopicPartition, Long> catchUp = new HashMap<>();

    Assignment(Consumer<String, byte[]> consumer, Retractions retractions, Shelf shelf) {
        this.consumer = consumer;
        this.retractions = retractions;
        this.shelf = shelf;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        List<TopicPartition> messages = new ArrayList<>();
        List<TopicPartition> helpers = new ArrayList<>();
        partitions.forEach(partition -> (MESSAGES.contains(partition.topic()) ? messages : helpers).add(partition));
        lease.renew(lease.now());
        consumer.pause(messages);
        consumer.seekToBeginning(helpers);
        catchUp.putAll(consumer.endOffsets(helpers));
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(messages));
        for (TopicPartition partition : messages) {
            OffsetAndMetadata offset = committed.get(partition);
            tenures.put(partition, new Tenure(partition, offset == null ? 0 : offset.offset(), lease));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = end(partitions).stream()
                .collect(Collectors.toMap(
                        Tenure::partition,
                        tenure -> new OffsetAndMetadata(tenure.progress().committable())));
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        end(partitions);
    }

    /** Ends all tenures without committing anything, when the consumer can no longer be relied on. */
    void abandon() {
        end(Set.copyOf(tenures.keySet()));
    }

    /** For how long what is assigned can be relied on. */
    Lease lease() {
        return lease;
    }

    Collection<Tenure> tenures() {
        return List.copyOf(tenures.values());
    }

    Optional<Tenure> tenure(TopicPartition partition) {
        return Optional.ofNullable(tenures.get(partition));
    }

    /** Something is assigned and nothing is left to catch up with. */
    boolean ready() {
        return !tenures.isEmpty() && catchUp.isEmpty();
    }

    /** Whether messages of the partition may be read: its number has been caught up with. */
    boolean released(TopicPartition messages) {
        return catchUp.keySet().stream().noneMatch(helper -> helper.partition() == messages.partition());
    }

    /** Takes note of what has been caught up with. The ledger is our own writing, which need not be read again. */
    void advance() {
        catchUp.entrySet().removeIf(entry -> {
            boolean reached = consumer.position(entry.getKey()) >= entry.getValue();
            if (reached && entry.getKey().topic().equals(Topics.DISPATCH_LEDGER)) {
                consumer.pause(List.of(entry.getKey()));
            }
            return reached;
        });
    }

    void restore(byte[] ledgerValue) {
        if (ledgerValue == null) {
            return;
        }
        Ledger.read(ledgerValue).ifPresent(entry -> tenure(new TopicPartition(entry.topic(), entry.partition()))
                .ifPresent(tenure -> restore(tenure, entry)));
    }

    private void restore(Tenure tenure, LedgerEntry entry) {
        tenure.restore(entry);
        if (!entry.waiting()) {
            shelf.forget(entry.messageId());
            return;
        }
        shelf.put(entry);
        if (retractions.contains(entry.partition(), entry.messageId())) {
            shelf.retract(entry.messageId());
        }
    }

    /** Returns when the calls under way have ended too, within bounds; until then they know the retractions. */
    private List<Tenure> end(Collection<TopicPartition> partitions) {
        List<Tenure> ended = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            catchUp.remove(partition);
            Tenure tenure = tenures.remove(partition);
            if (tenure != null) {
                tenure.end();
                ended.add(tenure);
            }
        }
        long until = System.nanoTime() + LAST_CALLS.toNanos();
        ended.forEach(tenure -> tenure.awaitIdle(Duration.ofNanos(Math.max(0, until - System.nanoTime()))));
        partitions.stream()
                .filter(partition -> partition.topic().equals(Topics.MESSAGES_INAPP))
                .forEach(partition -> shelf.clear(partition.partition()));
        partitions.stream()
                .filter(partition -> partition.topic().equals(Topics.RETRACTIONS))
                .forEach(partition -> retractions.forget(partition.partition()));
        return ended;
    }
}
