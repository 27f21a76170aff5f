package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Tick;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes ticks with a plain idempotent producer: inside a Streams transaction a tick would hide the events behind it from
 * every reader until the commit.
 */
final class TickProducer implements TickSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TickProducer.class);

    private static final byte[] KEY = Tick.KEY.getBytes(StandardCharsets.UTF_8);
    private static final byte[] TYPE = Headers.TYPE_TICK.getBytes(StandardCharsets.UTF_8);

    private final KafkaProducer<byte[], byte[]> producer;

    TickProducer(String bootstrapServers, String clientId) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        500,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void write(int partition, Instant at) {
        var tick = new ProducerRecord<>(Topics.EVENTS, partition, KEY, ContractJson.write(new Tick(at)));
        tick.headers().add(Headers.TYPE, TYPE);
        try {
            var unused = producer.send(tick, (written, failure) -> {
                if (failure != null) {
                    LOG.warn("tick for partition {} was not written: {}", partition, failure.toString());
                }
            });
        } catch (KafkaException e) {
            LOG.warn("tick for partition {} was not written: {}", partition, e.toString());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
