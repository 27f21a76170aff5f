package dev.safar.engine.streams;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.engine.state.StoreKeys;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An engine that meets state of a newer version stops, says what to do, and leaves everything as it is. */
class NewerFormatIT {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** A thread that replaces another gets its task when the other's session is over; the broker takes no shorter one. */
    private static final Membership.Timeouts SHORT =
            new Membership.Timeouts(Duration.ofSeconds(6), Duration.ofSeconds(30));

    private static final String CHANGELOG = "safar-engine-customers-changelog";
    private static final Bytes ADA = StoreKeys.customer("ada");

    @TempDir
    private Path directory;

    private final VirtualClock clock = new VirtualClock(T0);
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Test
    void anEngineThatMeetsANewerFormatStopsAndSaysWhatToDo() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), Endpoint.free());
                Shop shop = new Shop(kafka.bootstrapServers(), clock)) {
            // given
            String servers = kafka.bootstrapServers();
            kafka.createTopics(TopicSpec.all(1));
            try (var publisher = new DefinitionPublisher(servers)) {
                publisher.publish(ShippedWorkspace.files(), ShippedWorkspace.compiled());
            }
            shop.customer("ada");
            try (JourneyStreams engine = engine(servers, "old")) {
                await().atMost(PATIENCE).until(engine::ready);
                await().atMost(PATIENCE).until(() -> engine.census().customers() == 1);
            }
            byte[] newer = lastOf(servers, ADA).clone();
            newer[0] = 2;
            write(servers, newer);
            long event = endOfEvents(servers);
            shop.track("ada", "Product Added", Map.of("cart_id", "c1", "cart_total", 50));

            // when
            Logger log = Logger.getLogger(RestartPolicy.class.getName());
            Handler collector = new Collector();
            log.addHandler(collector);
            try (JourneyStreams engine = engine(servers, "new")) {
                await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> !engine.alive());
            } finally {
                log.removeHandler(collector);
            }

            // then
            assertThat(failures).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                    .hasRootCauseMessage("stored state has format 2, this version reads formats up to 1;"
                            + " run the version that wrote it, or a newer one"));
            assertThat(lastOf(servers, ADA)).isEqualTo(newer);
            assertThat(positionOf(servers)).isBetween(1L, event);
        }
    }

    private JourneyStreams engine(String servers, String stateDir) {
        EngineSettings settings = EngineSettings.local(servers, directory.resolve(stateDir))
                .withIntervals(Duration.ofMillis(50), Duration.ofMillis(20))
                .withMembership(Membership.of("local").withTimeouts(SHORT));
        var engine = new JourneyStreams(settings, clock, new SimpleMeterRegistry());
        engine.start();
        return engine;
    }

    private static byte[] lastOf(String servers, Bytes key) {
        byte[] last = {};
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(CHANGELOG, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> change : consumer.poll(Duration.ofMillis(200))) {
                    last = Bytes.wrap(change.key()).equals(key) ? change.value() : last;
                }
            }
        }
        return last;
    }

    private static void write(String servers, byte[] value) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(CHANGELOG, 0, ADA.get(), value)).get();
        }
    }

    private static long endOfEvents(String servers) throws ExecutionException, InterruptedException {
        var partition = new TopicPartition(Topics.EVENTS, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    private static long positionOf(String servers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            return admin.listConsumerGroupOffsets("safar-engine")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(Topics.EVENTS, 0))
                    .offset();
        }
    }

    /** What failures the engine logs. */
    private final class Collector extends Handler {

        @Override
        public void publish(LogRecord line) {
            failures.add(line.getThrown());
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
