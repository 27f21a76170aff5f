package dev.safar.dispatch.lane;

import dev.safar.contracts.Topics;
import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.ledger.ReceiptLog;
import dev.safar.dispatch.policy.RetryPolicy;
import dev.safar.dispatch.policy.SendPolicy;
import dev.safar.dispatch.render.TemplateStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * Takes committed messages from their topics to the providers, each customer's in order, for as long as it is open. It
 * survives outages of the broker and of the providers; what it has not finished when it closes is taken up again by the next.
 */
public final class DispatchLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DispatchLoop.class.getName());
    private static final long RETRY_MILLIS = 500;
    private static final int CONCLUSIONS = 1_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Retractions retractions;
    private final Map<String, Lanes> lanes = new LinkedHashMap<>();
    private final Intake.Shared shared;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "safar-dispatch");
    private volatile boolean ready;

    /** What a loop works with. */
    public record Tools(
            TemplateStore templates,
            SendPolicy policy,
            RetryPolicy retries,
            LogWriter writer,
            Shelf shelf,
            DispatchMeter meter,
            InstantSource clock) {}

    /** What the consumers have to be set to is in {@link ClientSettings}. */
    public DispatchLoop(
            Supplier<Consumer<String, byte[]>> consumers, List<Outlet<?>> outlets, Tools tools, LoopSettings settings) {
        this.consumers = consumers;
        this.retractions = new Retractions(settings.retractions());
        this.shared = new Intake.Shared(retractions, tools.shelf(), lanes, settings.commitInterval());
        DeliveryTools deliveryTools = new DeliveryTools(
                tools.templates(),
                retractions,
                tools.shelf(),
                tools.policy(),
                tools.retries(),
                settings.templateWait(),
                tools.meter(),
                tools.clock());
        Journal.Books books = new Journal.Books(
                new Ledger(tools.writer()),
                new ReceiptLog(tools.writer(), tools.clock()),
                new Conclusions(CONCLUSIONS),
                tools.shelf(),
                tools.meter(),
                tools.clock());
        for (Outlet<?> outlet : outlets) {
            MessageWorker worker = new MessageWorker(outlet, deliveryTools, books, tools.writer());
            lanes.put(
                    Topics.messages(outlet.channel()),
                    new Lanes(outlet.channel(), settings.lanes(), settings.queue(), worker));
        }
    }

    public void start() {
        lanes.values().forEach(Lanes::start);
        thread.start();
    }

    /** True while partitions are assigned, and their retractions and ledger have been read. */
    public boolean ready() {
        return ready;
    }

    /** False if the loop has ended although nobody closed it. */
    public boolean alive() {
        return thread.isAlive();
    }

    /** How many messages wait in front of a channel's lanes. */
    public int queued(String channel) {
        return lanes.get(Topics.messages(channel)).queued();
    }

    /** Lets the calls under way end, commits what is finished and leaves the group. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.values().forEach(Lanes::close);
    }

    private void run() {
        while (open(0)) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                consume(consumer);
            } catch (KafkaException e) {
                LOG.log(Level.WARNING, "messages can''t be read, trying again: {0}", e.getMessage());
                open(RETRY_MILLIS);
            } finally {
                ready = false;
            }
        }
    }

    private void consume(Consumer<String, byte[]> consumer) {
        List<String> topics = new ArrayList<>(lanes.keySet());
        topics.add(Topics.RETRACTIONS);
        topics.add(Topics.DISPATCH_LEDGER);
        while (!consumer.listTopics().keySet().containsAll(topics)) {
            if (!open(RETRY_MILLIS)) {
                return;
            }
        }
        Assignment assignment = new Assignment(consumer, retractions, shared.shelf());
        consumer.subscribe(topics, assignment);
        Intake intake = new Intake(consumer, assignment, shared);
        try {
            while (open(0)) {
                intake.round();
                ready = assignment.ready();
            }
            assignment.onPartitionsRevoked(consumer.assignment());
        } finally {
            assignment.abandon();
        }
    }

    private boolean open(long waitMillis) {
        try {
            return !closing.await(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
