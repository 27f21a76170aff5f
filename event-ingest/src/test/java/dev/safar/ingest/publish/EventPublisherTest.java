package dev.safar.ingest.publish;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class EventPublisherTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final long EVENT_BYTES = ContractJson.write(event("m-1")).length;

    private final SlowProducer producer = new SlowProducer();

    @Test
    void acknowledgesWhenTheLastEventIsAcknowledged() throws Exception {
        // given
        try (EventPublisher publisher = publisher(LONG, 1 << 20)) {
            CompletableFuture<Publication> answer = publish(publisher, event("m-1"), event("m-2"));
            producer.awaitSent(2);

            // when
            producer.completeNext();
            boolean afterOne = answer.isDone();
            producer.completeNext();

            // then
            assertThat(afterOne).isFalse();
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(Publication.ACKNOWLEDGED);
            assertThat(producer.history())
                    .extracting(ProducerRecord::key, record -> new String(record.value(), UTF_8))
                    .containsExactly(tuple("ada", json("m-1")), tuple("ada", json("m-2")));
        }
    }

    @Test
    void isUnavailableWhenOneEventFails() throws Exception {
        try (EventPublisher publisher = publisher(LONG, 1 << 20)) {
            // given
            CompletableFuture<Publication> answer = publish(publisher, event("m-1"), event("m-2"));
            producer.awaitSent(2);

            // when
            producer.completeNext();
            producer.errorNext(new TimeoutException("no leader"));

            // then
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(Publication.UNAVAILABLE);
        }
    }

    @Test
    void isUnavailableWhenNothingComesBackInTime() throws Exception {
        try (EventPublisher publisher = publisher(Duration.ofMillis(50), 1 << 20)) {
            assertThat(publish(publisher, event("m-1")).get(10, TimeUnit.SECONDS))
                    .isEqualTo(Publication.UNAVAILABLE);
        }
    }

    @Test
    void isUnavailableWhenTheProducerIsBroken() throws Exception {
        // given
        producer.sendException = new IllegalStateException("closed");

        // when
        try (EventPublisher publisher = publisher(LONG, 1 << 20)) {
            assertThat(publish(publisher, event("m-1"), event("m-2")).get(10, TimeUnit.SECONDS))
                    .isEqualTo(Publication.UNAVAILABLE);
        }
    }

    @Test
    void turnsAwayWhatIsTooMuchAtOnceAndHasRoomAgainLater() throws Exception {
        try (EventPublisher publisher = publisher(LONG, EVENT_BYTES)) {
            // given
            CompletableFuture<Publication> first = publish(publisher, event("m-1"));
            producer.awaitSent(1);

            // when
            CompletableFuture<Publication> second = publish(publisher, event("m-2"));
            producer.completeNext();
            CompletableFuture<Publication> third = publish(publisher, event("m-3"));
            producer.awaitSent(1);
            producer.completeNext();

            // then
            assertThat(List.of(
                            first.get(10, TimeUnit.SECONDS),
                            second.get(10, TimeUnit.SECONDS),
                            third.get(10, TimeUnit.SECONDS)))
                    .containsExactly(Publication.ACKNOWLEDGED, Publication.OVERLOADED, Publication.ACKNOWLEDGED);
        }
    }

    @Test
    void keepsNoRoomForWhatItTurnedAway() throws Exception {
        try (EventPublisher publisher = publisher(LONG, EVENT_BYTES)) {
            // given
            CompletableFuture<Publication> tooMuch = publish(publisher, event("m-1"), event("m-2"), event("m-3"));

            // when
            CompletableFuture<Publication> next = publish(publisher, event("m-4"));
            producer.awaitSent(1);
            producer.completeNext();

            // then
            assertThat(List.of(tooMuch.get(10, TimeUnit.SECONDS), next.get(10, TimeUnit.SECONDS)))
                    .containsExactly(Publication.OVERLOADED, Publication.ACKNOWLEDGED);
        }
    }

    @Test
    void hasNothingToWaitForWithoutEvents() {
        try (EventPublisher publisher = publisher(LONG, 0)) {
            assertThat(publish(publisher)).isCompletedWithValue(Publication.ACKNOWLEDGED);
        }
    }

    private EventPublisher publisher(Duration deliveryTimeout, long maxInFlightBytes) {
        return new EventPublisher(
                producer, new PublishSettings("unused:9092", deliveryTimeout, maxInFlightBytes, Map.of()));
    }

    private static CompletableFuture<Publication> publish(EventPublisher publisher, CustomerEvent... events) {
        return publisher.publish(List.of(events)).toCompletableFuture();
    }

    private static String json(String messageId) {
        return new String(ContractJson.write(event(messageId)), UTF_8);
    }

    private static CustomerEvent event(String messageId) {
        Instant at = Instant.parse("2026-11-22T08:00:00Z");
        return new CustomerEvent(
                "track", "E", "ada", "ada", null, messageId, at, at, Map.of(), Map.of(), Map.of(), "shop", false);
    }

    /** Acknowledges when told to, and lets a test wait for what another thread sends. */
    private static final class SlowProducer extends MockProducer<String, byte[]> {

        private final Semaphore sent = new Semaphore(0);

        SlowProducer() {
            super(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            Future<RecordMetadata> future = super.send(record, callback);
            sent.release();
            return future;
        }

        void awaitSent(int records) throws InterruptedException {
            assertThat(sent.tryAcquire(records, 10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
