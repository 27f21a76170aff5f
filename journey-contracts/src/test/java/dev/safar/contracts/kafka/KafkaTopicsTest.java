package dev.safar.contracts.kafka;

import dev.safar.contracts.TopicSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaTopicsTest {

    private final Map<String, KafkaFuture<Void>> creations = new LinkedHashMap<>();

    @Test
    void aTopicThatSomebodyElseCreatedIsThere() {
        creations.put("events", KafkaFuture.completedFuture(null));
        creations.put("decisions", failed(new TopicExistsException("just now")));

        assertThatNoException().isThrownBy(() -> KafkaTopics.await(creations));
    }

    @Test
    void aTopicThatSomebodyElseCreatedHidesNoFailureOfAnother() {
        creations.put("events", failed(new TopicExistsException("just now")));
        creations.put("decisions", failed(new PolicyViolationException("not here")));

        assertThatThrownBy(() -> KafkaTopics.await(creations))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(PolicyViolationException.class);
    }

    @Test
    void ofThreeReplicasTwoHaveWhatWasAcknowledged() {
        assertThat(KafkaTopics.missing(TopicSpec.all(4), (short) 3, Set.of("events")))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", "2"))
                .noneMatch(topic -> topic.name().equals("events"));
    }

    private static KafkaFuture<Void> failed(RuntimeException failure) {
        KafkaFutureImpl<Void> future = new KafkaFutureImpl<>();
        future.completeExceptionally(failure);
        return future;
    }
}
