package dev.safar.dispatch.app;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.lane.ClientSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other side of the topics. */
final class Log {

    private final String bootstrapServers;

    Log(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void write(String topic, String key, Object contract) throws Exception {
        try (var producer = new KafkaProducer<>(
                ClientSettings.ofWriter(bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, ContractJson.write(contract)))
                    .get();
        }
    }

    /** The events of a customer so far. */
    List<CustomerEvent> events(String customer) {
        List<CustomerEvent> events = new ArrayList<>();
        List<TopicPartition> partitions =
                Stream.of(0, 1).map(p -> new TopicPartition(Topics.EVENTS, p)).toList();
        try (var consumer = new KafkaConsumer<>(
                ClientSettings.ofReader(bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(message -> events.add(ContractJson.read(message.value(), CustomerEvent.class)));
            }
        }
        return events.stream()
                .filter(event -> event.customerId().equals(customer))
                .toList();
    }
}
