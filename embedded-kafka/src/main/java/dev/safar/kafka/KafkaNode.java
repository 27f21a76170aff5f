package dev.safar.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A node in a process of its own, which can be killed: the one argument is a file of settings such as
 * {@link NodeSpec#settings()}. It stops in order at SIGTERM.
 */
public final class KafkaNode {

    private KafkaNode() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> settings = read(Path.of(arguments[0]));
        CombinedNode server = EmbeddedKafka.start(
                Integer.parseInt(settings.get("node.id")), Path.of(settings.get("log.dirs")), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-node-shutdown"));
        server.awaitShutdown();
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }
}
