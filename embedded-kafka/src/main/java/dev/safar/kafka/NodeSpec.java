package dev.safar.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One node of a cluster on loopback, broker and controller at once.
 *
 * @param directory where its data is, or will be
 * @param voters all nodes of the cluster, this one among them
 * @param links further ways in, by the name of their listener: each tells its clients to come back through its proxy
 */
public record NodeSpec(int id, Path directory, Endpoint endpoint, List<Voter> voters, Map<String, Link> links) {

    /** A node as the others reach it. */
    public record Voter(int id, int controllerPort) {}

    /**
     * A listener behind a proxy.
     *
     * @param port where the node listens
     * @param advertisedPort where the proxy does
     */
    public record Link(int port, int advertisedPort) {}

    public NodeSpec {
        voters = List.copyOf(voters);
        links = Map.copyOf(links);
    }

    /** A cluster of one. */
    static NodeSpec alone(Path directory, Endpoint endpoint) {
        return new NodeSpec(1, directory, endpoint, List.of(new Voter(1, endpoint.controllerPort())), Map.of());
    }

    /** The node's settings as Kafka's {@code server.properties} would have them. */
    public Map<String, String> settings() {
        return NodeSettings.of(this);
    }

    String quorum() {
        return voters.stream()
                .map(voter -> voter.id() + "@127.0.0.1:" + voter.controllerPort())
                .collect(Collectors.joining(","));
    }
}
