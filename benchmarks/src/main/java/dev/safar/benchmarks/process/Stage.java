package dev.safar.benchmarks.process;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.kafka.KafkaTopics;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.kafka.Endpoint;
import dev.safar.standalone.cli.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** A fresh broker in a process of its own, with Safar's topics, in a folder that is gone afterwards. */
public final class Stage implements AutoCloseable {

    /** The number of partitions that {@code up} creates. */
    public static final int PARTITIONS = 4;

    private static final List<String> BROKER_JVM = List.of("-Xms256m", "-Xmx1g", "-XX:+UseG1GC");
    private static final short ONE_REPLICA = 1;

    private final Path folder;
    private final String bootstrapServers;
    private final Child broker;

    private Stage(Path folder, String bootstrapServers, Child broker) {
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
        this.broker = broker;
    }

    /**
     * Starts a broker.
     *
     * @param parent below which the folder is made
     */
    public static Stage open(Path parent) {
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "safar-bench");
            Endpoint endpoint = Endpoint.free();
            var arguments = List.of(
                    folder.resolve("kafka").toString(),
                    Integer.toString(endpoint.port()),
                    Integer.toString(endpoint.controllerPort()));
            Child broker = Child.start(new Child.Spec("broker", BrokerMain.class, BROKER_JVM, arguments), folder);
            var stage = new Stage(folder, broker.ask("servers"), broker);
            stage.create(TopicSpec.all(PARTITIONS));
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException("can't write into " + parent, e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public Child broker() {
        return broker;
    }

    /** A place for files and logs of what runs here. */
    public Path folder() {
        return folder;
    }

    /** A port that was free a moment ago. */
    int freePort() {
        return Endpoint.free().port();
    }

    /** Returns when they can be written to. */
    public void create(Collection<TopicSpec> topics) {
        KafkaTopics.createMissing(bootstrapServers, topics, ONE_REPLICA);
    }

    /** Makes a workspace the one that engines here follow. */
    public void publish(Path workspace) {
        WorkspaceFiles files = Workspaces.read(workspace);
        if (!(WorkspaceCompiler.compile(files) instanceof Compilation.Compiled compiled)) {
            throw new IllegalArgumentException(workspace + " has errors; safar check shows them");
        }
        try (var publisher = new DefinitionPublisher(bootstrapServers)) {
            publisher.publish(files, compiled.workspace());
        }
    }

    @Override
    public void close() {
        broker.close();
        StateFiles.delete(folder);
    }
}
