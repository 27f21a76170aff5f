package dev.safar.standalone.audit;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.JourneyStreams;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import dev.safar.standalone.log.CommittedLog;
import dev.safar.standalone.log.Span;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import static org.awaitility.Awaitility.await;

/** A broker, an engine with a clock that is set, and a shop; whoever wants to can write into every log. */
final class AuditedShop implements AutoCloseable {

    static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    static final int PARTITIONS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final WorkspaceFiles WORKSPACE = new WorkspaceFiles(Map.of(
            "workspace.yaml",
            "zone: UTC\nlocale: en\nconsent: { email: opt-out }\n",
            "cart.yaml",
            """
            journey: cart
            start: { on: Product Added }
            stop: [ { on: Order Completed } ]
            steps:
              - wait: 1h
              - { send: email, template: hello }
              - wait: 9d
            """,
            "templates/hello/email.en.liquid",
            "---\nsubject: Hello\n---\nHello\n"));

    private final AtomicReference<Instant> clock = new AtomicReference<>(T0);
    private final EmbeddedKafka kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final JourneyStreams engine;
    private int calls;

    AuditedShop(Path directory) {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), Endpoint.free());
        kafka.createTopics(TopicSpec.all(PARTITIONS));
        try (var publisher = new DefinitionPublisher(kafka.bootstrapServers())) {
            publisher.publish(WORKSPACE, ((Compilation.Compiled) WorkspaceCompiler.compile(WORKSPACE)).workspace());
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()), new ByteArraySerializer(), new ByteArraySerializer());
        engine = new JourneyStreams(
                EngineSettings.local(bootstrapServers(), directory.resolve("state"))
                        .withIntervals(Duration.ofMillis(50), Duration.ofMillis(20)),
                clock::get,
                new SimpleMeterRegistry());
        engine.start();
        await().atMost(PATIENCE).until(engine::ready);
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    AuditRequest request() {
        return AuditRequest.of(bootstrapServers());
    }

    void customer(String id) {
        call("identify", null, id, Map.of("email", id + "@example.com"));
    }

    void track(String customer, String event) {
        call("track", event, customer, Map.of());
    }

    void pass(Duration time) {
        clock.set(clock.get().plus(time));
        await().atMost(PATIENCE).until(() -> engine.settledAt(clock.get()));
    }

    void awaitWaiting(long runs) {
        await().atMost(PATIENCE)
                .until(() -> engine.tally().journeys().values().stream()
                                .mapToLong(counts -> counts.waiting())
                                .sum()
                        == runs);
    }

    void stopEngine() {
        engine.close();
    }

    /** Dispatch has finished with all messages that there are. */
    void dispatchHasFinished() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
                Cluster cluster = new Cluster(bootstrapServers(), PATIENCE)) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            cluster.cut(cluster.partitions(Topics.messages()))
                    .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
            admin.alterConsumerGroupOffsets("safar-dispatch", offsets).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As retention does, in each partition of a topic. */
    void deleteFirst(String topic, int records) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
                Cluster cluster = new Cluster(bootstrapServers(), PATIENCE)) {
            Map<TopicPartition, RecordsToDelete> first = new HashMap<>();
            cluster.partitions(List.of(topic))
                    .forEach(partition -> first.put(partition, RecordsToDelete.beforeOffset(records)));
            admin.deleteRecords(first).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Cluster cluster = new Cluster(bootstrapServers(), PATIENCE);
                CommittedLog log = CommittedLog.open(bootstrapServers())) {
            cluster.cut(cluster.partitions(List.of(topic)))
                    .forEach((partition, end) -> log.read(new Span(partition, 0, end), PATIENCE, records::add));
        }
        return records;
    }

    <T> List<T> read(String topic, Class<T> type) {
        return read(topic).stream()
                .map(found -> ContractJson.read(found.value(), type))
                .toList();
    }

    void write(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
        producer.close();
        kafka.close();
    }

    private void call(String type, String event, String customer, Map<String, Object> traits) {
        calls++;
        Instant now = clock.get();
        var call = new CustomerEvent(
                type, event, customer, customer, null, "call-" + calls, now, now, null, traits, null, "test", false);
        var record = new ProducerRecord<>(Topics.EVENTS, utf8(customer), ContractJson.write(call));
        record.headers().add(Headers.TYPE, utf8(type));
        if (event != null) {
            record.headers().add(Headers.EVENT, utf8(event));
        }
        write(record);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
