package dev.safar.kafka;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedKafkaIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsDataAcrossARestart() throws Exception {
        // given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, Endpoint.free())) {
            kafka.createTopics(TopicSpec.all(2));
            send(kafka, "before");
        }

        // when
        List<String> read;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, Endpoint.free())) {
            kafka.createTopics(TopicSpec.all(2));
            send(kafka, "after");
            read = readTwo(kafka);
        }

        // then
        assertThat(read).containsExactly("before", "after");
    }

    @Test
    void whatWasCreatedCanBeWrittenToAtOnce() {
        var many = new TopicSpec("many", 100, Map.of());
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, Endpoint.free());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "enable.idempotence",
                                false,
                                "retries",
                                0),
                        new StringSerializer(),
                        new StringSerializer())) {
            kafka.createTopics(List.of(many));

            List<Future<RecordMetadata>> writing = IntStream.range(0, many.partitions())
                    .mapToObj(partition -> producer.send(new ProducerRecord<>(many.name(), partition, "ada", "first")))
                    .toList();

            assertThat(writing).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(20)));
        }
    }

    private static void send(EmbeddedKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.EVENTS, 0, "ada", value)).get();
        }
    }

    private static List<String> readTwo(EmbeddedKafka kafka) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "auto.offset.reset", "earliest",
                        "max.poll.records", 2,
                        "fetch.min.bytes", 100,
                        "fetch.max.wait.ms", 5000),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.EVENTS, 0)));
            consumer.seekToBeginning(consumer.assignment());
            return List.of(consumer.poll(Duration.ofSeconds(20)), consumer.poll(Duration.ofSeconds(1))).stream()
                    .flatMap(records -> records.records(new TopicPartition(Topics.EVENTS, 0)).stream())
                    .map(record -> record.value())
                    .toList();
        }
    }
}
