package dev.safar.kafka;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.contracts.kafka.KafkaTopics;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node that is killed, and not only stopped, goes on where it was. */
class KilledNodeIT {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.DECISIONS, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path directory;

    private final Endpoint endpoint = Endpoint.free();
    private Process node;

    @AfterEach
    void stop() throws InterruptedException {
        if (node != null) {
            kill();
        }
    }

    @Test
    void endsATransactionThatWasOpenWhenItWasKilled() throws Exception {
        // given
        start();
        KafkaTopics.createMissing(endpoint.bootstrapServers(), TopicSpec.all(1), (short) 1);
        leaveATransactionOpen();

        // when
        kill();
        start();

        // then
        try (Admin admin = admin()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(readableEnd(admin))
                    .as("behind the record that was taken back, and the mark that says so")
                    .isEqualTo(2));
        }
    }

    /** Not closed, which would end the transaction. */
    @SuppressWarnings("resource")
    private void leaveATransactionOpen() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                endpoint.bootstrapServers(),
                "transactional.id",
                "interrupted",
                "transaction.timeout.ms",
                2_000);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "ada", "unfinished"))
                .get();
    }

    private static long readableEnd(Admin admin) throws Exception {
        return admin.listOffsets(
                        Map.of(PARTITION, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }

    private void start() throws Exception {
        Path file = write(settings());
        node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaNode.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("node.log").toFile())
                .start();
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", endpoint.bootstrapServers()));
    }

    private Map<String, String> settings() {
        Path data = directory.resolve("data");
        Map<String, String> settings =
                new HashMap<>(NodeSpec.alone(data, endpoint).settings());
        settings.put("broker.session.timeout.ms", "5000");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");
        return settings;
    }

    private Path write(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve("node.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    private void kill() throws InterruptedException {
        node.destroyForcibly().waitFor();
    }
}
