package dev.safar.standalone.backtest;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.model.Workspace;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import dev.safar.standalone.cli.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo runs the three shipped journeys over recorded shops, with a broker, providers that report and shoppers who open. Its
 * log of events, backtested, gives the decisions that the engine wrote.
 */
class BacktestMatchesEngineIT {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path JOURNEYS = Path.of("..", "journeys");
    private static final int DECISIONS_AT_LEAST = 200;

    @TempDir
    Path folder;

    @Test
    void aBacktestOfTheLogDecidesWhatTheEngineDecided() throws Exception {
        // given
        Path data = folder.resolve("data");
        demo(data);
        Path events = folder.resolve("events.ndjson");
        List<DecisionRecord> engine;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"), Endpoint.free())) {
            Files.write(events, calls(kafka));
            engine = read(kafka, Topics.DECISIONS).stream()
                    .map(record -> ContractJson.read(record.value(), DecisionRecord.class))
                    .toList();
        }

        // when
        List<DecisionRecord> backtest = backtest(events);

        // then
        assertThat(engine).hasSizeGreaterThan(DECISIONS_AT_LEAST);
        assertThat(byCustomer(backtest)).isEqualTo(byCustomer(engine));
        assertThat(engine).extracting(DecisionRecord::journey).contains("abandoned-cart", "post-purchase", "win-back");
        assertThat(engine)
                .extracting(DecisionRecord::type)
                .contains("entered", "waiting", "branched", "offered", "send", "skipped", "progressed", "finished");
    }

    private void demo(Path data) throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        PROGRAM.toString(),
                        "demo",
                        "--customers",
                        "4",
                        "--data",
                        data.toString(),
                        JOURNEYS.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(demo.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            demo.destroyForcibly();
        }
        assertThat(demo.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
    }

    private List<DecisionRecord> backtest(Path events) throws IOException, InterruptedException {
        Compilation compilation = WorkspaceCompiler.compile(Workspaces.read(JOURNEYS));
        Workspace journeys = ((Compilation.Compiled) compilation).workspace();
        Path decisions = folder.resolve("decisions.ndjson");
        var files = new BacktestRequest.Files(Optional.of(decisions), Optional.empty(), 0);
        try (Recording recording = Recording.open(events)) {
            var request = new BacktestRequest(recording, journeys, Optional.empty(), Optional.empty(), files);
            BacktestReport report = Backtest.run(request, new Resources(folder, 2, 1 << 20), Progress.SILENT);
            assertThat(report.intake().badLines()).isEmpty();
        }
        List<DecisionRecord> read = new ArrayList<>();
        for (String line : Files.readAllLines(decisions)) {
            read.add(ContractJson.read(line.getBytes(StandardCharsets.UTF_8), DecisionRecord.class));
        }
        return read;
    }

    /** The log as it is, but for the ticks. */
    private static List<String> calls(EmbeddedKafka kafka) {
        return read(kafka, Topics.EVENTS).stream()
                .filter(record -> !isTick(record))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static boolean isTick(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        return new String(type.value(), StandardCharsets.UTF_8).equals(Headers.TYPE_TICK);
    }

    private static Map<String, List<DecisionRecord>> byCustomer(List<DecisionRecord> decisions) {
        Map<String, List<DecisionRecord>> byCustomer = new TreeMap<>();
        decisions.forEach(decision -> byCustomer
                .computeIfAbsent(decision.customer(), customer -> new ArrayList<>())
                .add(decision));
        return byCustomer;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(EmbeddedKafka kafka, String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return Collections.unmodifiableList(records);
    }
}
