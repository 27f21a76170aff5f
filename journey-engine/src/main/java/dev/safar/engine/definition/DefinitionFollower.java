package dev.safar.engine.definition;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Topics;
import dev.safar.core.model.Workspace;
import dev.safar.engine.query.PublishedWorkspace;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the definitions topic from its beginning and goes on reading it, through all outages. Of what is there at the start
 * the latest workspace that compiles is taken; one published later that does not compile is refused, and the one before stays.
 */
public final class DefinitionFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionFollower.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.DEFINITIONS, 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 500;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> log;
    private final DefinitionShelf shelf = new DefinitionShelf();
    private final WorkspaceChoice choice;
    private final AtomicReference<Workspace> current = new AtomicReference<>();
    private volatile PublishedWorkspace published = PublishedWorkspace.NONE;
    private final java.util.function.Consumer<Workspace> onWorkspace;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private OptionalLong end = OptionalLong.empty();

    /**
     * @param onWorkspace told of every workspace that becomes the current one, on the follower's own thread
     */
    public DefinitionFollower(
            String bootstrapServers, java.util.function.Consumer<Workspace> onWorkspace, DefinitionMeters meters) {
        this(consumer(bootstrapServers), onWorkspace, meters);
    }

    DefinitionFollower(
            Consumer<String, byte[]> log, java.util.function.Consumer<Workspace> onWorkspace, DefinitionMeters meters) {
        this.log = log;
        this.onWorkspace = onWorkspace;
        this.choice = new WorkspaceChoice(shelf, meters);
        this.thread = new Thread(this::follow, "safar-definitions");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** The workspace to decide by; empty until the first one has been read. */
    public Optional<Workspace> workspace() {
        return Optional.ofNullable(current.get());
    }

    /** The same, as it was published. */
    public PublishedWorkspace published() {
        return published;
    }

    /** Whether it is still reading. */
    public boolean alive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            log.close();
            return;
        }
        log.wakeup();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (log) {
            while (open(0)) {
                if (read()) {
                    choice.next().ifPresent(this::become);
                }
            }
        } catch (WakeupException e) {
            LOG.debug("no longer following definitions");
        } catch (RuntimeException e) {
            LOG.error("definitions can't be followed any more", e);
        }
    }

    private void become(Workspace workspace) {
        published = choice.latest();
        current.set(workspace);
        onWorkspace.accept(workspace);
    }

    /** Reads on; whether there is a workspace to look at, and all that was there at the start has been read. */
    private boolean read() {
        try {
            if (end.isEmpty()) {
                log.assign(List.of(PARTITION));
                log.seekToBeginning(List.of(PARTITION));
                end = OptionalLong.of(log.endOffsets(List.of(PARTITION)).get(PARTITION));
            }
            log.poll(POLL).forEach(this::take);
            return shelf.hasWorkspaces() && log.position(PARTITION) >= end.getAsLong();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("definitions can't be read at the moment: {}", e.toString());
            open(RETRY_MILLIS);
            return false;
        }
    }

    private void take(ConsumerRecord<String, byte[]> definition) {
        if (definition.value() == null) {
            return;
        }
        try {
            shelf.put(ContractJson.read(definition.value(), Definition.class));
        } catch (UncheckedIOException | NullPointerException e) {
            LOG.error("the definition at offset {} can't be read and is passed over", definition.offset(), e);
        }
    }

    /** Waits, and says whether it is to go on. */
    private boolean open(long waitMillis) {
        try {
            return !closing.await(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Consumer<String, byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "safar-engine-definitions"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
