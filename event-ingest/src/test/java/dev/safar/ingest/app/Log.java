package dev.safar.ingest.app;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what has come into the log since the last look; what was acknowledged is there, so it needn't wait. */
final class Log implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;

    Log(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, KafkaResource.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    List<ConsumerRecord<String, byte[]>> newRecords() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    /** By message id, since partitions have no order among them. */
    List<CustomerEvent> newEvents() {
        return newRecords().stream()
                .map(record -> ContractJson.read(record.value(), CustomerEvent.class))
                .sorted(Comparator.comparing(CustomerEvent::messageId))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
