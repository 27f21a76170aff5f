package dev.safar.ingest.publish;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes events into the log, in the order given. Never blocks the caller: Kafka's producer may, without metadata, so one thread
 * of its own does the sending.
 */
public final class EventPublisher implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final Duration deliveryTimeout;
    private final long maxInFlightBytes;
    private final AtomicLong inFlightBytes = new AtomicLong();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ingest-sender");
        thread.setDaemon(true);
        return thread;
    });

    EventPublisher(Producer<String, byte[]> producer, PublishSettings settings) {
        this.producer = producer;
        this.deliveryTimeout = settings.deliveryTimeout();
        this.maxInFlightBytes = settings.maxInFlightBytes();
    }

    /** A publisher with a producer of its own, which needn't find the broker yet. */
    public static EventPublisher connect(PublishSettings settings) {
        return new EventPublisher(
                new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer()), settings);
    }

    /** Completes, never exceptionally, when all events are acknowledged, or one of them can't be any more. */
    public CompletionStage<Publication> publish(List<CustomerEvent> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedStage(Publication.ACKNOWLEDGED);
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(events.size());
        long bytes = 0;
        for (CustomerEvent event : events) {
            ProducerRecord<String, byte[]> record = toRecord(event);
            records.add(record);
            bytes += record.value().length;
            if (inFlightBytes.addAndGet(record.value().length) > maxInFlightBytes) {
                inFlightBytes.addAndGet(-bytes);
                return CompletableFuture.completedStage(Publication.OVERLOADED);
            }
        }
        long reserved = bytes;
        CompletableFuture<Publication> answer = new CompletableFuture<>();
        sender.execute(() -> sendAll(records, new Delivery(records.size(), reserved, answer)));
        return answer.completeOnTimeout(Publication.UNAVAILABLE, deliveryTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        sender.shutdown();
        producer.close(deliveryTimeout);
    }

    private void sendAll(List<ProducerRecord<String, byte[]>> records, Delivery delivery) {
        records.forEach(record -> {
            if (delivery.isGivenUp()) {
                delivery.onCompletion(null, new TimeoutException("not sent any more"));
            } else {
                send(record, delivery);
            }
        });
    }

    private void send(ProducerRecord<String, byte[]> record, Delivery delivery) {
        try {
            var unused = producer.send(record, delivery); // the callback hears the same
        } catch (RuntimeException e) {
            delivery.onCompletion(null, e);
        }
    }

    /** Waits for the acknowledgements of one request's records. */
    private final class Delivery implements Callback {

        private final AtomicInteger outstanding;
        private final long bytes;
        private final CompletableFuture<Publication> answer;

        Delivery(int records, long bytes, CompletableFuture<Publication> answer) {
            this.outstanding = new AtomicInteger(records);
            this.bytes = bytes;
            this.answer = answer;
        }

        /** Nothing is sent for a caller who has its answer: it will come again. */
        boolean isGivenUp() {
            return answer.isDone();
        }

        @Override
        public void onCompletion(RecordMetadata metadata, Exception failure) {
            if (failure != null) {
                answer.complete(Publication.UNAVAILABLE);
            }
            if (outstanding.decrementAndGet() == 0) {
                inFlightBytes.addAndGet(-bytes);
                answer.complete(Publication.ACKNOWLEDGED);
            }
        }
    }

    private static ProducerRecord<String, byte[]> toRecord(CustomerEvent event) {
        var record = new ProducerRecord<>(Topics.EVENTS, event.customerId(), ContractJson.write(event));
        record.headers().add(Headers.TYPE, event.type().getBytes(StandardCharsets.UTF_8));
        if (event.event() != null) {
            record.headers().add(Headers.EVENT, event.event().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}
