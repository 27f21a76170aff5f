package dev.safar.standalone.cli;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.standalone.app.StandaloneOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command that runs Safar can be told. */
final class RunOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to keep everything; the same folder goes on where it stopped."
                    + " If absent, .safar/COMMAND where Safar is installed.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            defaultValue = "8080",
            description = "HTTP port, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = StandaloneOptions.LOOPBACK,
            description = "The address to listen on for HTTP (default: ${DEFAULT-VALUE}). On any other than loopback,"
                    + " whoever reaches it can read the mailbox and customers, and use the sandbox.")
    private String host;

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            converter = Port.class,
            defaultValue = "0",
            description = "The embedded broker's port, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(
            names = "--keep-messages",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "5000",
            description = "How many messages the mailbox keeps (default: ${DEFAULT-VALUE}).")
    private int keepMessages;

    @Option(names = "--verbose", description = "Log to the console what otherwise goes into the log file only.")
    private boolean verbose;

    /** Where it logs. */
    Path logFile(String name) {
        return directory(name).resolve(StandaloneOptions.LOG_FILE);
    }

    /** The options as they were given, for a command whose data is in {@code .safar/name} by default. */
    StandaloneOptions.Builder builder(String name, WorkspaceFiles workspace) {
        StandaloneOptions.Builder builder = StandaloneOptions.builder(directory(name), workspace)
                .listenOn(host, port)
                .kafkaPort(kafkaPort)
                .mailboxLimit(keepMessages);
        return verbose ? builder.setting("quarkus.log.console.level", "INFO") : builder;
    }

    private Path directory(String name) {
        return data.orElseGet(() -> Home.path().resolve(".safar").resolve(name));
    }
}
