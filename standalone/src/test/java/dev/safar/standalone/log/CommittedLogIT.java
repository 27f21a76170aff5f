package dev.safar.standalone.log;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommittedLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WAIT = Duration.ofMillis(100);

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    private final List<String> read = new ArrayList<>();
    private KafkaProducer<String, String> producer;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start(directory, Endpoint.free());
        kafka.createTopics(TopicSpec.all(1));
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @BeforeEach
    void openProducer(TestInfo test) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "transactional.id",
                        test.getTestMethod().orElseThrow().getName()),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    @AfterEach
    void closeProducer() {
        producer.close();
    }

    @Test
    void readsTheCommittedRecordsOfASpanInOrder() throws Exception {
        // given: with a marker after each transaction, the offsets are 0, 2, 3, 5, 7 and 8
        committed(Topics.DECISIONS, "before");
        committed(Topics.DECISIONS, "one", "two");
        aborted(Topics.DECISIONS, "never");
        committed(Topics.DECISIONS, "three", "behind");

        // when
        Map<String, Long> counts;
        try (CommittedLog log = CommittedLog.open(kafka.bootstrapServers())) {
            log.read(span(Topics.DECISIONS, 2, 8), PATIENCE, this::take);
            counts = log.counts();
        }

        // then
        assertThat(read).containsExactly("decisions one", "decisions two", "decisions three");
        assertThat(counts).isEqualTo(Map.of(Topics.DECISIONS, 3L));
    }

    @Test
    void givesUpBehindATransactionThatStaysOpen() throws Exception {
        // given
        committed(Topics.RETRACTIONS, "one");
        producer.beginTransaction();
        write(Topics.RETRACTIONS, "open");

        try (CommittedLog log = CommittedLog.open(kafka.bootstrapServers())) {
            // when, then
            assertThatThrownBy(() -> log.read(span(Topics.RETRACTIONS, 0, 3), Duration.ofMillis(300), this::take))
                    .isInstanceOf(UnreadableLogException.class)
                    .hasMessage("retractions-0 can't be read on from 2");
        }
        assertThat(read).containsExactly("retractions one");
    }

    @Test
    void followsAllPartitionsOfTopicsFromTheirBeginnings() throws Exception {
        // given
        committed(Topics.EVENTS, "one");
        var events = new TopicPartition(Topics.EVENTS, 0);
        var letters = new TopicPartition(Topics.DEAD_LETTERS, 0);

        try (CommittedLog log =
                CommittedLog.follow(kafka.bootstrapServers(), List.of(Topics.EVENTS, Topics.DEAD_LETTERS))) {
            // when
            readTo(Map.of(events, 2L), log);
            committed(Topics.DEAD_LETTERS, "two");
            committed(Topics.EVENTS, "three");
            boolean before = log.hasReached(Map.of(events, 4L, letters, 2L));
            readTo(Map.of(letters, 2L), log);
            readTo(Map.of(events, 4L), log);

            // then
            assertThat(before).isFalse();
            assertThat(log.partitions()).containsExactlyInAnyOrder(events, letters);
            assertThat(log.readOn(WAIT, this::take)).isFalse();
        }
        assertThat(read).containsExactlyInAnyOrder("events one", "dead-letters two", "events three");
    }

    private void readTo(Map<TopicPartition, Long> ends, CommittedLog log) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!log.hasReached(ends)) {
            log.readOn(WAIT, this::take);
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
        }
    }

    private void committed(String topic, String... values) throws Exception {
        producer.beginTransaction();
        write(topic, values);
        producer.commitTransaction();
    }

    private void aborted(String topic, String... values) throws Exception {
        producer.beginTransaction();
        write(topic, values);
        producer.abortTransaction();
    }

    private void write(String topic, String... values) throws Exception {
        for (String value : values) {
            producer.send(new ProducerRecord<>(topic, 0, "ada", value)).get();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> one) {
        read.add(one.topic() + " " + new String(one.value(), StandardCharsets.UTF_8));
    }

    private static Span span(String topic, long begin, long end) {
        return new Span(new TopicPartition(topic, 0), begin, end);
    }
}
