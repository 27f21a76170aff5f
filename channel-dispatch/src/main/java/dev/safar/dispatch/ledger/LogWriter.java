package dev.safar.dispatch.ledger;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Writes one record and returns when all in-sync replicas have it. */
public final class LogWriter {

    private static final long SECONDS = 30;

    private final Producer<String, byte[]> producer;

    /** The producer is idempotent, with {@code acks=all}, and stays the caller's to close. */
    public LogWriter(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns when the record is in the log.
     *
     * @throws LogUnavailableException if it can't be known to be there
     */
    public void write(ProducerRecord<String, byte[]> message) {
        try {
            Future<RecordMetadata> written = producer.send(message);
            written.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException(message.topic(), e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new LogUnavailableException(message.topic(), e);
        }
    }

    /** The record may or may not be in the log. */
    public static final class LogUnavailableException extends RuntimeException {

        LogUnavailableException(String topic, Exception cause) {
            super("can't write to " + topic, cause);
        }
    }
}
