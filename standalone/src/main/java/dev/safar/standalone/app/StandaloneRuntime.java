package dev.safar.standalone.app;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.kafka.KafkaTopics;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.model.Workspace;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.engine.streams.JourneyStreams;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import dev.safar.standalone.app.ProcessSettings.Addresses;
import dev.safar.standalone.mailbox.Mailbox;
import dev.safar.standalone.mailbox.SmtpCatcher;
import dev.safar.standalone.sandbox.ProviderSandbox;
import io.quarkus.arc.Arc;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All of Safar in this process: a broker, ingest, engine and dispatch, and providers that deliver into a mailbox. One at a
 * time, since Quarkus is.
 */
public final class StandaloneRuntime implements AutoCloseable {

    /** As shells have it for what Ctrl-C ends. */
    private static final int INTERRUPTED = 130;

    private final StandaloneOptions options;
    private final ProcessSettings settings;
    private final Mailbox mailbox;
    private final QuarkusProcess quarkus;
    private final Shutdown shutdown;

    private StandaloneRuntime(ProcessSettings settings, Mailbox mailbox, QuarkusProcess quarkus, Shutdown shutdown) {
        this.options = settings.options();
        this.settings = settings;
        this.mailbox = mailbox;
        this.quarkus = quarkus;
        this.shutdown = shutdown;
    }

    /**
     * Starts everything and waits until it is ready for events.
     *
     * @throws WorkspaceRefused if the workspace has errors
     * @throws StartFailure if something else is in the way
     */
    public static StandaloneRuntime start(StandaloneOptions options) {
        Workspace workspace = compiled(options);
        int httpPort = FreePort.require(options.host(), options.httpPort(), "--port");
        Shutdown shutdown = new Shutdown();
        AtomicBoolean settled = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(shutdown, settled.get()), "safar-shutdown"));
        try {
            StandaloneRuntime runtime = start(options, httpPort, shutdown);
            runtime.publish(workspace);
            new Readiness(runtime.settings.addresses().http()).await(runtime.quarkus.ended());
            return runtime;
        } catch (StartFailure e) {
            shutdown.close();
            throw e;
        } catch (RuntimeException e) {
            shutdown.close();
            throw new StartFailure(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } finally {
            settled.set(true);
        }
    }

    /**
     * Closes everything in order. Whoever interrupts a start does not want to wait for it: nothing has been accepted yet, and
     * what is half started could not be closed without a minute of complaints. It goes on as after a crash.
     */
    private static void stop(Shutdown shutdown, boolean settled) {
        if (!settled) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        shutdown.close();
    }

    public int httpPort() {
        return settings.addresses().http().port();
    }

    /** Where a browser finds it. */
    public String url() {
        return settings.addresses().http().url();
    }

    /** With which events are posted. */
    public String writeKey() {
        return settings.writeKey();
    }

    public String bootstrapServers() {
        return settings.addresses().bootstrapServers();
    }

    /** The engine, while it runs. */
    public JourneyStreams journeyStreams() {
        return Arc.container().instance(JourneyStreams.class).get();
    }

    public EdgeClock clock() {
        return options.clock();
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** Where it logs. */
    public Path logFile() {
        return settings.data().log();
    }

    /** Returns when the application has ended by itself, or is being stopped. */
    public void awaitEnd() {
        try {
            quarkus.ended().join();
        } catch (CompletionException e) {
            throw new StartFailure("stopped: " + e.getCause().getMessage(), e);
        }
    }

    /** Stops everything, the broker last. */
    @Override
    public void close() {
        shutdown.close();
    }

    private static StandaloneRuntime start(StandaloneOptions options, int httpPort, Shutdown shutdown) {
        TopicSettings topics = TopicSettings.read(options.settings());
        DataDirectory data = shutdown.then(DataDirectory.open(options.dataDirectory()));
        String servers = options.bootstrapServers().orElseGet(() -> broker(options, data, shutdown));
        KafkaTopics.createMissing(servers, TopicSpec.all(topics.partitions()), topics.replication());
        Mailbox mailbox = shutdown.then(Mailbox.open(data.mailbox(), options.mailboxLimit()));
        Outages outages = new Outages();
        SmtpCatcher smtp = shutdown.then(SmtpCatcher.start(mailbox, outages.of("email")::isLasting));
        ProviderSandbox sms = shutdown.then(ProviderSandbox.sms(mailbox, outages.of("sms"), options.clock()));
        ProviderSandbox push = shutdown.then(ProviderSandbox.push(mailbox, outages.of("push"), options.clock()));
        HttpAddress http = new HttpAddress(options.host(), httpPort);
        ProcessSettings settings =
                new ProcessSettings(options, data, new Addresses(servers, http, smtp.port(), sms.url(), push.url()));
        Handover handover = new Handover(options.clock(), mailbox, outages, new CompletableFuture<>());
        QuarkusProcess quarkus = shutdown.then(QuarkusProcess.start(settings.toMap(), handover));
        return new StandaloneRuntime(settings, mailbox, quarkus, shutdown);
    }

    private void publish(Workspace workspace) {
        try (DefinitionPublisher publisher = new DefinitionPublisher(bootstrapServers())) {
            publisher.publish(options.workspace(), workspace);
        }
    }

    private static Workspace compiled(StandaloneOptions options) {
        Compilation compilation = WorkspaceCompiler.compile(options.workspace());
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new WorkspaceRefused(compilation.problems());
    }

    private static String broker(StandaloneOptions options, DataDirectory data, Shutdown shutdown) {
        Endpoint endpoint = Endpoint.free();
        if (options.kafkaPort() > 0) {
            int port = FreePort.require(StandaloneOptions.LOOPBACK, options.kafkaPort(), "--kafka-port");
            endpoint = new Endpoint(port, endpoint.controllerPort());
        }
        EmbeddedKafka kafka = shutdown.then(EmbeddedKafka.start(data.kafka(), endpoint));
        return kafka.bootstrapServers();
    }
}
