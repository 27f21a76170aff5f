package dev.safar.engine.streams;

import dev.safar.contracts.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit when something waits for it that dispatch is to do or to leave, so that all else can be committed more
 * seldom: a commit costs the brokers a dozen requests, and a customer one record however often it has changed.
 */
final class PromptCommit {

    private static final Set<String> FOR_DISPATCH = forDispatch();

    private final ProcessorContext<byte[], byte[]> context;
    private final long intervalMillis;
    private boolean waiting;
    private long committedAt;

    /** @param interval how long it may wait since the last commit */
    PromptCommit(ProcessorContext<byte[], byte[]> context, Duration interval) {
        this.context = context;
        this.intervalMillis = interval.toMillis();
    }

    /** Something was written to this topic. */
    void written(String topic) {
        waiting |= FOR_DISPATCH.contains(topic);
    }

    void run() {
        if (waiting && context.currentSystemTimeMs() - committedAt >= intervalMillis) {
            context.commit();
        }
    }

    /** A commit is under way. */
    void committing() {
        waiting = false;
        committedAt = context.currentSystemTimeMs();
    }

    private static Set<String> forDispatch() {
        Set<String> topics = new HashSet<>(Topics.messages());
        topics.add(Topics.RETRACTIONS);
        return Set.copyOf(topics);
    }
}
