package dev.safar.dispatch.lane;

import dev.safar.dispatch.ledger.LedgerEntry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The time from the assignment of one partition of messages to its revocation. Once it has ended, nothing of the partition
 * is begun any more, and waiting for anything in it ends.
 */
final class Tenure {

    private static final Duration WHILE_UNKNOWN = Duration.ofMillis(50);

    private final TopicPartition partition;
    private final Progress progress;
    private final long start;
    private final Map<String, LedgerEntry> restored = new ConcurrentHashMap<>();
    private final Queue<ConsumerRecord<String, byte[]>> overflow = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Lease lease;
    private int busy;

    /**
     * Begins a tenure.
     *
     * @param start the committed offset: where reading goes on
     * @param lease without which nothing is begun
     */
    Tenure(TopicPartition partition, long start, Lease lease) {
        this.lease = lease;
        this.partition = partition;
        this.start = start;
        this.progress = new Progress(start);
    }

    TopicPartition partition() {
        return partition;
    }

    Progress progress() {
        return progress;
    }

    /** What lanes had no room for; only the consumer's thread touches it. */
    Queue<ConsumerRecord<String, byte[]>> overflow() {
        return overflow;
    }

    /** Keeps what the ledger says of a message that will be read again; forgets the rest. */
    void restore(LedgerEntry entry) {
        if (entry.offset() >= start) {
            restored.put(entry.messageId(), entry);
        }
    }

    /** What an earlier process noted of the message; given once. */
    Optional<LedgerEntry> takeRestored(String messageId) {
        return Optional.ofNullable(restored.remove(messageId));
    }

    /** Whether work on a message may begin; then {@link #leave} must follow. */
    synchronized boolean enter() {
        if (!open()) {
            return false;
        }
        busy++;
        return true;
    }

    synchronized void leave() {
        busy--;
        notifyAll();
    }

    boolean open() {
        return ended.getCount() > 0;
    }

    /**
     * Returns unless it has ended; where that is not known, waits until it is.
     *
     * @return whether it had to wait, so that what was known before may be out of date
     */
    boolean ensureOpen() throws TenureEndedException {
        if (!open()) {
            throw new TenureEndedException();
        }
        boolean waited = false;
        while (!lease.holds()) {
            pause(WHILE_UNKNOWN);
            waited = true;
        }
        return waited;
    }

    /** Returns after the given time or at the end, whichever comes first. */
    void pause(Duration time) throws TenureEndedException {
        try {
            if (ended.await(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)) {
                throw new TenureEndedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TenureEndedException();
        }
    }

    synchronized void end() {
        ended.countDown();
    }

    /** Waits until nobody works on a message of it, but not longer than the given time. */
    synchronized void awaitIdle(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toMillis(); busy > 0 && left > 0; ) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The partition belongs to someone else by now. */
    static final class TenureEndedException extends Exception {}
}
