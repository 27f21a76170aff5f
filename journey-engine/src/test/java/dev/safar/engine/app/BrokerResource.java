package dev.safar.engine.app;

import dev.safar.contracts.TopicSpec;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker with the shipped workspace, for the application under test. */
public class BrokerResource implements QuarkusTestResourceLifecycleManager {

    private EmbeddedKafka kafka;

    @Override
    public Map<String, String> start() {
        Path directory = newDirectory();
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), Endpoint.free());
        kafka.createTopics(TopicSpec.all(2));
        try (var publisher = new DefinitionPublisher(kafka.bootstrapServers())) {
            publisher.publish(ShippedWorkspace.files(), ShippedWorkspace.compiled());
        }
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "safar.engine.state-dir", directory.resolve("state").toString(),
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        kafka.close();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
