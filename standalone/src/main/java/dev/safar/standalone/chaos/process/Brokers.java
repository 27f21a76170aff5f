package dev.safar.standalone.chaos.process;

import dev.safar.kafka.Endpoint;
import dev.safar.kafka.NodeSpec;
import dev.safar.kafka.NodeSpec.Voter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The nodes of a cluster, and the proxies in front of them. */
final class Brokers {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);

    private final List<ManagedProcess> nodes;
    private final String bootstrapServers;
    private final Map<String, Link> links;
    private final Map<String, String> bootstrapOfLinked;

    private Brokers(
            List<ManagedProcess> nodes,
            String bootstrapServers,
            Map<String, Link> links,
            Map<String, String> bootstrapOfLinked) {
        this.nodes = List.copyOf(nodes);
        this.bootstrapServers = bootstrapServers;
        this.links = Map.copyOf(links);
        this.bootstrapOfLinked = Map.copyOf(bootstrapOfLinked);
    }

    /** Lays them out; none is started. */
    static Brokers of(ClusterPlan plan, FreePorts ports) {
        int count = plan.size().brokers();
        List<Endpoint> endpoints = IntStream.range(0, count)
                .mapToObj(number -> new Endpoint(ports.next(), ports.next()))
                .toList();
        List<Voter> voters = IntStream.range(0, count)
                .mapToObj(number -> new Voter(number + 1, endpoints.get(number).controllerPort()))
                .toList();
        Map<String, List<TcpProxy>> proxies = new LinkedHashMap<>();
        plan.linked().stream().sorted().forEach(service -> proxies.put(service, new ArrayList<>()));
        List<ManagedProcess> nodes = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            NodeSpec node = new NodeSpec(
                    id, plan.data().resolve("broker-" + id), endpoints.get(id - 1), voters, links(proxies, ports));
            nodes.add(process(plan, node));
        }
        return new Brokers(
                nodes, servers(endpoints.stream().map(Endpoint::port).toList()), linksOf(proxies), servers(proxies));
    }

    List<ManagedProcess> nodes() {
        return nodes;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** As a service is to be told. */
    String bootstrapServers(String service) {
        return bootstrapOfLinked.getOrDefault(service, bootstrapServers);
    }

    Map<String, Link> links() {
        return links;
    }

    /** Starts all and waits until they answer. */
    void start() {
        nodes.forEach(ManagedProcess::start);
        awaitNodes(nodes.size());
    }

    /** Waits until so many nodes are there. */
    void awaitNodes(int count) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            while (admin.describeCluster()
                            .nodes()
                            .get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .size()
                    < count) {
                if (System.nanoTime() > deadline) {
                    throw new ProcessFailure(
                            "of " + count + " brokers some are not there after " + START_PATIENCE.toSeconds() + " s");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new ProcessFailure("the brokers at " + bootstrapServers + " do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessFailure("interrupted", e);
        }
    }

    void close() {
        nodes.forEach(ManagedProcess::close);
        links.values().forEach(Link::close);
    }

    private static Map<String, NodeSpec.Link> links(Map<String, List<TcpProxy>> proxies, FreePorts ports) {
        Map<String, NodeSpec.Link> links = new HashMap<>();
        proxies.forEach((service, list) -> {
            int port = ports.next();
            TcpProxy proxy = TcpProxy.to(port);
            list.add(proxy);
            links.put("LINK-" + service, new NodeSpec.Link(port, proxy.port()));
        });
        return links;
    }

    private static Map<String, Link> linksOf(Map<String, List<TcpProxy>> proxies) {
        return proxies.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Link(entry.getValue())));
    }

    private static Map<String, String> servers(Map<String, List<TcpProxy>> proxies) {
        return proxies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> servers(
                                entry.getValue().stream().map(TcpProxy::port).toList())));
    }

    private static String servers(List<Integer> ports) {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    private static ManagedProcess process(ClusterPlan plan, NodeSpec node) {
        String name = "broker-" + node.id();
        Path file = plan.data().resolve(name + ".properties");
        Properties settings = new Properties();
        settings.putAll(node.settings());
        settings.putAll(plan.settings().brokers());
        try {
            Files.createDirectories(plan.data());
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
        return new ManagedProcess(name, plan.programs().node(file), plan.data().resolve(name + ".log"));
    }
}
