package dev.safar.standalone.app;

import dev.safar.core.definition.WorkspaceFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an instance runs.
 *
 * @param dataDirectory where it keeps all it has
 * @param workspace what it runs
 * @param host the address it listens on for HTTP
 * @param httpPort 0 for one that is free
 * @param kafkaPort the embedded broker's; 0 for one that is free
 * @param bootstrapServers brokers elsewhere, instead of the embedded one
 * @param clock the time at the edges
 * @param writeKey with which events are posted; made up and kept where absent
 * @param mailboxLimit how many messages the mailbox keeps
 * @param settings further settings by name; these win
 */
public record StandaloneOptions(
        Path dataDirectory,
        WorkspaceFiles workspace,
        String host,
        int httpPort,
        int kafkaPort,
        Optional<String> bootstrapServers,
        EdgeClock clock,
        Optional<String> writeKey,
        int mailboxLimit,
        Map<String, String> settings) {

    public static final String LOOPBACK = "127.0.0.1";
    /** In the data directory. */
    public static final String LOG_FILE = "safar.log";

    public static final int DEFAULT_HTTP_PORT = 8080;
    public static final int DEFAULT_MAILBOX_LIMIT = 5000;

    public StandaloneOptions {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
    }

    /** On loopback, with an embedded broker and the system's clock, if nothing else is said. */
    public static Builder builder(Path dataDirectory, WorkspaceFiles workspace) {
        return new Builder(dataDirectory, workspace);
    }

    /** Says what is to be different. */
    public static final class Builder {

        private final Path dataDirectory;
        private final WorkspaceFiles workspace;
        private final Map<String, String> settings = new HashMap<>();
        private String host = LOOPBACK;
        private int httpPort = DEFAULT_HTTP_PORT;
        private int kafkaPort;
        private Optional<String> bootstrapServers = Optional.empty();
        private EdgeClock clock = EdgeClock.system();
        private Optional<String> writeKey = Optional.empty();
        private int mailboxLimit = DEFAULT_MAILBOX_LIMIT;

        private Builder(Path dataDirectory, WorkspaceFiles workspace) {
            this.dataDirectory = dataDirectory;
            this.workspace = workspace;
        }

        public Builder listenOn(String newHost, int newPort) {
            host = newHost;
            httpPort = newPort;
            return this;
        }

        public Builder kafkaPort(int port) {
            kafkaPort = port;
            return this;
        }

        public Builder bootstrapServers(String servers) {
            bootstrapServers = Optional.of(servers);
            return this;
        }

        public Builder clock(EdgeClock newClock) {
            clock = newClock;
            return this;
        }

        public Builder writeKey(String key) {
            writeKey = Optional.of(key);
            return this;
        }

        public Builder mailboxLimit(int messages) {
            mailboxLimit = messages;
            return this;
        }

        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        public StandaloneOptions build() {
            return new StandaloneOptions(
                    dataDirectory,
                    workspace,
                    host,
                    httpPort,
                    kafkaPort,
                    bootstrapServers,
                    clock,
                    writeKey,
                    mailboxLimit,
                    settings);
        }
    }
}
