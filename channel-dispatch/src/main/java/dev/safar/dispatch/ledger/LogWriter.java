package dev.safar.dispatch.ledger;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

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
     * @throws LogRefusedException if it will never be there
     */
    public void write(ProducerRecord<String, byte[]> message) {
        try {
            Future<RecordMetadata> written = producer.send(message);
            written.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException(message.topic(), e);
        } catch (ExecutionException e) {
            throw failure(message.topic(), e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw failure(message.topic(), e);
        }
    }

    /** Only what is wrong with the record itself is final: outages, missing rights and lost sequences can be mended. */
    private static RuntimeException failure(String topic, Throwable cause) {
        return cause instanceof RecordTooLargeException
                        || cause instanceof RecordBatchTooLargeException
                        || cause instanceof InvalidRecordException
                        || cause instanceof SerializationException
                ? new LogRefusedException(topic, cause)
                : new LogUnavailableException(topic, cause);
    }

    /** The record may or may not be in the log. */
    public static final class LogUnavailableException extends RuntimeException {

        LogUnavailableException(String topic, Throwable cause) {
            super("can't write to " + topic, cause);
        }
    }

    /** The record is not in the log, and trying again is of no use. */
    public static final class LogRefusedException extends RuntimeException {

        LogRefusedException(String topic, Throwable cause) {
            super(topic + " does not take the record", cause);
        }
    }
}
