package dev.safar.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The settings of an embedded node: small, quick to start, quick to start again. */
final class NodeSettings {

    static final String CONTROLLER = "CONTROLLER";

    private static final String CLIENTS = "PLAINTEXT";
    private static final int COPIES = 3;

    private NodeSettings() {}

    static Map<String, String> of(NodeSpec node) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(listeners(node));
        settings.putAll(copies(Math.min(COPIES, node.voters().size())));
        settings.putAll(quickStart());
        settings.putAll(smallFootprint());
        settings.put("log.dirs", node.directory().toString());
        return settings;
    }

    private static Map<String, String> listeners(NodeSpec node) {
        StringJoiner listeners = new StringJoiner(",");
        StringJoiner advertised = new StringJoiner(",");
        StringJoiner protocols = new StringJoiner(",").add(CONTROLLER + ":PLAINTEXT");
        addListener(CLIENTS, node.endpoint().port(), listeners);
        addListener(CLIENTS, node.endpoint().port(), advertised);
        protocols.add(CLIENTS + ":PLAINTEXT");
        node.links().forEach((name, link) -> {
            addListener(name, link.port(), listeners);
            addListener(name, link.advertisedPort(), advertised);
            protocols.add(name + ":PLAINTEXT");
        });
        addListener(CONTROLLER, node.endpoint().controllerPort(), listeners);
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(node.id()),
                "controller.quorum.voters", node.quorum(),
                "listeners", listeners.toString(),
                "advertised.listeners", advertised.toString(),
                "controller.listener.names", CONTROLLER,
                "listener.security.protocol.map", protocols.toString(),
                "inter.broker.listener.name", CLIENTS);
    }

    private static void addListener(String name, int port, StringJoiner to) {
        to.add(name + "://127.0.0.1:" + port);
    }

    /** As many copies as there are nodes, three at most; one of them may be away. */
    private static Map<String, String> copies(int copies) {
        String factor = Integer.toString(copies);
        String inSync = Integer.toString(Math.max(1, copies - 1));
        Map<String, String> settings = new HashMap<>(Map.of(
                "default.replication.factor", factor,
                "min.insync.replicas", inSync,
                "offsets.topic.replication.factor", factor,
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", factor,
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.min.isr", inSync,
                "auto.create.topics.enable", "false"));
        settings.putAll(Map.of(
                "share.coordinator.state.topic.replication.factor", factor,
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.min.isr", inSync));
        return settings;
    }

    /** Without a controlled shutdown the next start waits 13 s for the old registration to time out. */
    private static Map<String, String> quickStart() {
        return Map.of(
                "controlled.shutdown.enable", "true",
                "group.initial.rebalance.delay.ms", "0",
                "broker.session.timeout.ms", "6000",
                "broker.heartbeat.interval.ms", "1000",
                "controller.quorum.election.timeout.ms", "500",
                "controller.quorum.election.backoff.max.ms", "200",
                "controller.quorum.fetch.timeout.ms", "2000");
    }

    private static Map<String, String> smallFootprint() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", "16777216",
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2");
    }
}
