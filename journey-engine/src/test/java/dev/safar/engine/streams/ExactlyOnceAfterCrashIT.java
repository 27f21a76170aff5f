package dev.safar.engine.streams;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.contracts.TopicSpec;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a process wrote into its stores and did not commit must be gone when it is back after a crash. Kafka Streams 4.2.1 keeps it
 * (KAFKA-20685), which shows that this test can tell.
 */
class ExactlyOnceAfterCrashIT {

    private static final Path DEFECTIVE = Path.of("target", "kafka-4.2.1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** One class of each jar that the program needs besides Kafka's own two. */
    private static final List<Class<?>> NEEDED = List.of(
            CrashProgram.class, RocksDB.class, Logger.class, ObjectMapper.class, ObjectCodec.class, JsonProperty.class);

    private static final int COMMITTED = 100;
    private static final int UNCOMMITTED = 3_000;

    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), Endpoint.free());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatWasNotCommittedIsGoneAfterACrash() throws Exception {
        assertThat(contentAfterCrash("ours", List.of(jarOf(KafkaStreams.class), jarOf(Admin.class))))
                .isEqualTo(committed().toString());
    }

    @Test
    void kafkaStreamsOfBeforeTheCorrectionKeepsIt() throws Exception {
        List<Path> jars;
        try (Stream<Path> files = Files.list(DEFECTIVE)) {
            jars = files.toList();
        }

        // then
        assertThat(contentAfterCrash("defective", jars))
                .as("the first and one of the last that a crash should have taken away")
                .contains("k" + COMMITTED + "=1, ", "k1000=1, ");
    }

    /** What the store holds when the first record that was not committed comes again. */
    private String contentAfterCrash(String topic, List<Path> jars) throws Exception {
        // given
        kafka.createTopics(List.of(new TopicSpec(topic, 1, Map.of())));
        Path state = directory.resolve(topic);
        Process crashing = program(jars, topic, state.toString());
        send(topic, COMMITTED, CrashProgram.COMMIT);
        awaitOffset(topic, COMMITTED + 1);

        // when
        send(topic, UNCOMMITTED, CrashProgram.DIE);
        awaitEnd(crashing);

        // then
        assertThat(offset(topic)).isEqualTo(COMMITTED + 1);
        Path content = directory.resolve(topic + ".content");
        awaitEnd(program(jars, topic, state.toString(), content.toString()));
        return Files.readString(content);
    }

    private static Map<String, Integer> committed() {
        return IntStream.range(0, COMMITTED)
                .boxed()
                .collect(Collectors.toMap(i -> "k" + i, i -> 1, (a, b) -> a, TreeMap::new));
    }

    private Process program(List<Path> jars, String... arguments) throws IOException, URISyntaxException {
        List<Path> rest = new ArrayList<>(jars);
        for (Class<?> needed : NEEDED) {
            rest.add(jarOf(needed));
        }
        String classPath = rest.stream()
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                CrashProgram.class.getName(),
                kafka.bootstrapServers());
        Process process = new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(directory
                        .resolve(arguments[0] + "-" + arguments.length + ".log")
                        .toFile())
                .start();
        started.add(process);
        return process;
    }

    private static void awaitEnd(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** As many records, each of another key, and the one that says what then. */
    private static void send(String topic, int records, String then) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                sent.add(producer.send(new ProducerRecord<>(topic, "k" + i, "")));
            }
            sent.add(producer.send(new ProducerRecord<>(topic, "", then)));
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        }
    }

    private static void awaitOffset(String topic, long offset) {
        await().atMost(PATIENCE).until(() -> offset(topic) == offset);
    }

    private static long offset(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(group, 0));
            return committed == null ? -1 : committed.offset();
        }
    }
}
