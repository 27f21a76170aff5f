package dev.safar.standalone.chaos.fault;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Somebody who writes into the events within a transaction, against all advice, and dies before it ends: everything behind it waits
 * until the broker gives it up, and what it wrote never happened.
 */
final class OpenTransaction {

    private final String bootstrapServers;
    private final String id;

    OpenTransaction(String bootstrapServers, long seed) {
        this.bootstrapServers = bootstrapServers;
        this.id = "ghost-" + Long.toUnsignedString(new Random(seed).nextLong());
    }

    /** Writes, into every partition, and is gone; whether that was written, which it is not while a broker is down. */
    boolean leave(Duration timeout) {
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, id,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) timeout.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            List<PartitionInfo> partitions = producer.partitionsFor(Topics.EVENTS);
            for (PartitionInfo partition : partitions) {
                producer.send(record(partition.partition())).get();
            }
            return true;
        } catch (ExecutionException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private ProducerRecord<String, byte[]> record(int partition) {
        Instant longAgo = Instant.EPOCH;
        CustomerEvent order = new CustomerEvent(
                "track",
                "Order Completed",
                id,
                id,
                null,
                id + "." + partition,
                longAgo,
                longAgo,
                Map.of("order_id", id),
                Map.of(),
                Map.of(),
                "ghost",
                false);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.EVENTS, partition, id, ContractJson.write(order));
        record.headers().add(Headers.TYPE, "track".getBytes(StandardCharsets.UTF_8));
        record.headers().add(Headers.EVENT, "Order Completed".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
