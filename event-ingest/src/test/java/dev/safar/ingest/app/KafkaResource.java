package dev.safar.ingest.app;

import dev.safar.contracts.TopicSpec;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker for the application under test. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    static final int PARTITIONS = 2;

    private EmbeddedKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = EmbeddedKafka.start(directory(), Endpoint.free());
        kafka.createTopics(TopicSpec.all(PARTITIONS));
        return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    @Override
    public void stop() {
        kafka.close();
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
