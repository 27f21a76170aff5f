package dev.safar.engine.streams;

import dev.safar.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptCommitTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final PromptCommit commits = new PromptCommit(context, Duration.ofMillis(200));

    PromptCommitTest() {
        at(0);
        commits.committing();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.MESSAGES_EMAIL, Topics.MESSAGES_SMS, Topics.MESSAGES_WEBHOOK, Topics.RETRACTIONS})
    void whatDispatchWaitsForIsCommittedSoon(String topic) {
        commits.written(topic);

        assertThat(asksAt(199)).isFalse();
        assertThat(asksAt(200)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.DECISIONS, Topics.DEAD_LETTERS})
    void nobodyHurriesForWhatIsOnlyLookedAt(String topic) {
        commits.written(topic);

        assertThat(asksAt(10_000)).isFalse();
    }

    @Test
    void whatIsCommittedIsAskedForNoMore() {
        commits.written(Topics.MESSAGES_PUSH);
        at(150);
        commits.committing();

        assertThat(asksAt(10_000)).isFalse();
    }

    private boolean asksAt(long millis) {
        at(millis);
        commits.run();
        return context.committed();
    }

    private void at(long millis) {
        context.setCurrentSystemTimeMs(T0.toEpochMilli() + millis);
    }
}
