package dev.safar.engine.streams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicCreationTest {

    private final Map<String, KafkaFuture<Void>> creations = new LinkedHashMap<>();

    @Test
    void aTopicThatSomebodyElseCreatedIsThere() {
        creations.put("events", KafkaFuture.completedFuture(null));
        creations.put("decisions", failed(new TopicExistsException("just now")));

        assertThatNoException().isThrownBy(() -> TopicCreation.await(creations));
    }

    @Test
    void aTopicThatSomebodyElseCreatedHidesNoFailureOfAnother() {
        creations.put("events", failed(new TopicExistsException("just now")));
        creations.put("decisions", failed(new PolicyViolationException("not here")));

        assertThatThrownBy(() -> TopicCreation.await(creations))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(PolicyViolationException.class);
    }

    private static KafkaFuture<Void> failed(RuntimeException failure) {
        KafkaFutureImpl<Void> future = new KafkaFutureImpl<>();
        future.completeExceptionally(failure);
        return future;
    }
}
