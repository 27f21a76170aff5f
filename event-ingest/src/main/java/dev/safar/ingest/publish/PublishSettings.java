package dev.safar.ingest.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How the log is reached.
 *
 * @param deliveryTimeout after which an event that isn't acknowledged counts as not accepted
 * @param maxInFlightBytes of events on their way; beyond it requests are turned away
 * @param client settings for Kafka's clients that are not given here, such as those of security
 */
public record PublishSettings(
        String bootstrapServers, Duration deliveryTimeout, long maxInFlightBytes, Map<String, String> client) {

    /** A producer without metadata blocks its caller this long; the ones behind wait as well. */
    private static final Duration MAX_BLOCK = Duration.ofSeconds(2);

    /** The producer allots memory in whole batches, most of them not full. */
    private static final long SLACK_BYTES = 4L << 20;

    public PublishSettings {
        client = Map.copyOf(client);
    }

    /** For a producer that keeps order per key and writes nothing twice. */
    Map<String, Object> producer() {
        Map<String, Object> settings = client(Map.of());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(deliveryTimeout));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(deliveryTimeout.dividedBy(2)));
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2 * maxInFlightBytes + SLACK_BYTES);
        settings.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis(deliveryTimeout.compareTo(MAX_BLOCK) < 0 ? deliveryTimeout : MAX_BLOCK));
        return settings;
    }

    /** For any client. */
    Map<String, Object> client(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.putAll(more);
        return settings;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
