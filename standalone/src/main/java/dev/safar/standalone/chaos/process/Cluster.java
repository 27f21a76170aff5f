package dev.safar.standalone.chaos.process;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.kafka.KafkaTopics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Brokers, ingest, engines and dispatchers, each a process of its own on loopback. Whatever happens to this program, it leaves none of
 * them behind, unless it is itself ended by force.
 */
public final class Cluster implements AutoCloseable {

    /** With which events are posted. */
    public static final String WRITE_KEY = "chaos-write-key";

    private static final String LOOPBACK = "http://127.0.0.1:";
    private static final String INGEST = "ingest";
    private static final String SECRET = "a-secret-of-this-run-alone";

    private final ClusterPlan plan;
    private final FreePorts ports = new FreePorts();
    private final Brokers brokers;
    private final Service ingest;
    private final Map<String, Service> engines = new ConcurrentSkipListMap<>();
    private final Map<String, Service> dispatchers = new ConcurrentSkipListMap<>();
    private final Thread onExit = new Thread(this::endAll, "cluster-shutdown");

    private Cluster(ClusterPlan plan) {
        this.plan = plan;
        this.brokers = Brokers.of(plan, ports);
        this.ingest =
                service(INGEST, ports.next(), plan.programs()::ingest, Map.of("safar.ingest.write-keys", WRITE_KEY));
        plan.engines().forEach(this::engine);
        plan.dispatchers().forEach(this::dispatcher);
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /**
     * Starts the brokers and creates the topics; no service runs yet.
     *
     * @throws ProcessFailure if something does not come up
     */
    public static Cluster startBrokers(ClusterPlan plan) {
        plan.programs().require();
        Cluster cluster = new Cluster(plan);
        try {
            cluster.brokers.start();
            KafkaTopics.createMissing(
                    cluster.bootstrapServers(), TopicSpec.all(plan.size().partitions()), plan.replication());
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Starts all services that are not running; returns at once. */
    public void startServices() {
        services().filter(service -> !service.isAlive()).forEach(ManagedProcess::start);
    }

    public String bootstrapServers() {
        return brokers.bootstrapServers();
    }

    public List<ManagedProcess> brokers() {
        return brokers.nodes();
    }

    public Service ingest() {
        return ingest;
    }

    public List<Service> engines() {
        return List.copyOf(engines.values());
    }

    public List<Service> dispatchers() {
        return List.copyOf(dispatchers.values());
    }

    /** All services. */
    public Stream<Service> services() {
        return Stream.of(Stream.of(ingest), engines.values().stream(), dispatchers.values().stream())
                .flatMap(services -> services);
    }

    /** The engine of that name, laid out if it is new; it is not started. */
    public Service engine(String name) {
        return engines.computeIfAbsent(name, this::newEngine);
    }

    /** The way of a service to the brokers, where it has one that can be frozen. */
    public Optional<Link> link(String service) {
        return Optional.ofNullable(brokers.links().get(service));
    }

    /** Where an engine keeps its stores. */
    public Path stateOf(String engine) {
        return plan.data().resolve(engine + "-state");
    }

    /** Kills all there is. */
    @Override
    public void close() {
        endAll();
        if (Thread.currentThread() != onExit) {
            try {
                Runtime.getRuntime().removeShutdownHook(onExit);
            } catch (IllegalStateException e) {
                // the program is being ended, and the hook does the same
            }
        }
    }

    private void endAll() {
        services().forEach(ManagedProcess::close);
        brokers.close();
    }

    private Service newEngine(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put("safar.engine.instance-id", name);
        settings.put("safar.engine.state-dir", stateOf(name).toString());
        settings.put("safar.partitions", Integer.toString(plan.size().partitions()));
        settings.put("safar.replication", Integer.toString(plan.replication()));
        settings.putAll(plan.settings().engines());
        return service(name, ports.next(), plan.programs()::engine, settings);
    }

    private void dispatcher(String name) {
        int port = ports.next();
        Map<String, String> settings = new HashMap<>();
        settings.put("safar.dispatch.instance-id", name);
        settings.put("safar.dispatch.public-url", LOOPBACK + port);
        settings.put("safar.dispatch.tracking-secret", SECRET);
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", Integer.toString(plan.providers().smtpPort()));
        settings.put("quarkus.mailer.start-tls", "DISABLED");
        settings.put("safar.dispatch.sms.url", plan.providers().smsUrl());
        settings.put("safar.dispatch.push.provider", "sandbox");
        settings.put("safar.dispatch.push.url", plan.providers().pushUrl());
        settings.putAll(plan.settings().dispatchers());
        dispatchers.put(name, service(name, port, plan.programs()::dispatch, settings));
    }

    private Service service(String name, int port, Command command, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("kafka.bootstrap.servers", brokers.bootstrapServers(name));
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.banner.enabled", "false");
        settings.put("quarkus.vertx.event-loops-pool-size", "2");
        return new Service(name, port, command.of(settings), plan.data().resolve(name + ".log"));
    }

    /** How a service is called with its settings. */
    private interface Command {
        List<String> of(Map<String, String> settings);
    }
}
