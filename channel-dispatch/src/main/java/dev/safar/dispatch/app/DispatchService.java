package dev.safar.dispatch.app;

import dev.safar.dispatch.lane.ClientSettings;
import dev.safar.dispatch.lane.DispatchLoop;
import dev.safar.dispatch.lane.LoopSettings;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.ledger.ReceiptLog;
import dev.safar.dispatch.policy.RetryPolicy;
import dev.safar.dispatch.policy.SendPolicy;
import dev.safar.dispatch.render.DefinitionReader;
import dev.safar.dispatch.render.TemplateStore;
import dev.safar.dispatch.tracking.Receipt;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts and stops dispatching with the application. */
@ApplicationScoped
public class DispatchService {

    private final String bootstrapServers;
    private final DispatchConfig config;
    private final Outlets outlets;
    private final KafkaProducer<String, byte[]> producer;
    private final ReceiptLog receipts;
    private final DefinitionReader definitions;
    private final InApp inApp;
    private final DispatchLoop loop;

    DispatchService(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String bootstrapServers,
            DispatchConfig config,
            Edge edge) {
        this.bootstrapServers = bootstrapServers;
        this.config = config;
        TemplateStore templates = new TemplateStore();
        this.producer = new KafkaProducer<>(
                ClientSettings.ofWriter(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        LogWriter writer = new LogWriter(producer);
        this.inApp = new InApp(config.inapp(), writer, edge.metrics(), edge.clock());
        this.outlets =
                new Outlets(config, templates, edge.tracking(), new Outlets.Ways(edge.mailer(), inApp.provider()));
        this.receipts = new ReceiptLog(writer, edge.clock());
        this.definitions = new DefinitionReader(() -> consumer(ClientSettings.ofReader(bootstrapServers)), templates);
        DispatchLoop.Tools tools = new DispatchLoop.Tools(
                templates,
                new SendPolicy(config.maxAge()),
                new RetryPolicy(retrySettings(config.retry())),
                writer,
                inApp.shelf(),
                new MicrometerMeter(edge.metrics()),
                edge.clock());
        this.loop = new DispatchLoop(() -> consumer(loopSettings()), outlets.all(), tools, sizes(config));
        bindGauges(edge.metrics());
    }

    void start(@Observes StartupEvent event) {
        definitions.start();
        loop.start();
        inApp.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
        inApp.close();
        definitions.close();
        producer.close();
    }

    boolean alive() {
        return loop.alive();
    }

    boolean ready() {
        return loop.ready() && definitions.ready();
    }

    InApp inApp() {
        return inApp;
    }

    /** Returns when the receipt is in the log. */
    void report(Receipt receipt) {
        receipts.publish(receipt);
    }

    private Map<String, Object> loopSettings() {
        Map<String, Object> settings = new HashMap<>(ClientSettings.ofLoop(bootstrapServers, config.groupId()));
        config.instanceId().ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        return settings;
    }

    private void bindGauges(MeterRegistry metrics) {
        outlets.openCircuits().forEach((channel, open) -> {
            Gauge.builder("safar_dispatch_circuit_open", open, IntSupplier::getAsInt)
                    .tag("channel", channel)
                    .register(metrics);
            Gauge.builder("safar_dispatch_queue_depth", loop, dispatching -> dispatching.queued(channel))
                    .tag("channel", channel)
                    .register(metrics);
        });
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static RetryPolicy.Settings retrySettings(DispatchConfig.Retry retry) {
        return new RetryPolicy.Settings(retry.maxTries(), retry.maxUnknowns(), retry.first(), retry.longest());
    }

    private static LoopSettings sizes(DispatchConfig config) {
        return new LoopSettings(
                config.lanes(), config.queue(), config.retractions(), config.commitInterval(), config.templateWait());
    }

    /** What the platform provides. */
    @ApplicationScoped
    public static class Edge {

        private final Tracking tracking;
        private final ReactiveMailer mailer;
        private final MeterRegistry metrics;
        private final InstantSource clock;

        Edge(Tracking tracking, ReactiveMailer mailer, MeterRegistry metrics, Instance<InstantSource> clock) {
            this.tracking = tracking;
            this.mailer = mailer;
            this.metrics = metrics;
            this.clock = clock.isResolvable() ? clock.get() : InstantSource.system();
        }

        Tracking tracking() {
            return tracking;
        }

        ReactiveMailer mailer() {
            return mailer;
        }

        MeterRegistry metrics() {
            return metrics;
        }

        InstantSource clock() {
            return clock;
        }
    }
}
