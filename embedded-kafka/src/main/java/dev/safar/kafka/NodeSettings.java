package dev.safar.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of an embedded node: small, quick to start, quick to start again. */
final class NodeSettings {

    static final String CONTROLLER = "CONTROLLER";

    private NodeSettings() {}

    static Map<String, String> of(int nodeId, Path directory, Endpoint endpoint) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(listeners(nodeId, endpoint));
        settings.putAll(singleNode());
        settings.putAll(quickStart());
        settings.putAll(smallFootprint());
        settings.put("log.dirs", directory.toString());
        return settings;
    }

    private static Map<String, String> listeners(int nodeId, Endpoint endpoint) {
        String client = "PLAINTEXT://127.0.0.1:" + endpoint.port();
        String controller = CONTROLLER + "://127.0.0.1:" + endpoint.controllerPort();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(nodeId),
                "controller.quorum.voters",
                nodeId + "@127.0.0.1:" + endpoint.controllerPort(),
                "listeners",
                client + "," + controller,
                "advertised.listeners",
                client,
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name",
                "PLAINTEXT");
    }

    private static Map<String, String> singleNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "auto.create.topics.enable", "false");
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
