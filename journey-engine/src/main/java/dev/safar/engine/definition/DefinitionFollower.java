package dev.safar.engine.definition;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Topics;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.model.Workspace;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the definitions topic from its beginning and goes on reading it. A workspace that does not compile is refused, and the
 * one before stays.
 */
public final class DefinitionFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionFollower.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.DEFINITIONS, 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaConsumer<String, byte[]> consumer;
    private final DefinitionShelf shelf = new DefinitionShelf();
    private final AtomicReference<Workspace> current = new AtomicReference<>();
    private final Consumer<Workspace> onWorkspace;
    private final Runnable onRefusal;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param onWorkspace told of every workspace that becomes the current one, on the follower's own thread
     * @param onRefusal told of every workspace that does not compile
     */
    public DefinitionFollower(String bootstrapServers, Consumer<Workspace> onWorkspace, Runnable onRefusal) {
        this.onWorkspace = onWorkspace;
        this.onRefusal = onRefusal;
        this.consumer = new KafkaConsumer<>(
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

    /** Whether it is still reading. */
    public boolean alive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (consumer) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = endOffset();
            boolean changed = false;
            while (!closed) {
                changed |= poll();
                if (changed && consumer.position(PARTITION) >= end) {
                    changed = false;
                    compile();
                }
            }
        } catch (WakeupException e) {
            LOG.debug("no longer following definitions");
        } catch (KafkaException e) {
            LOG.error("definitions can't be followed any more", e);
        }
    }

    private long endOffset() {
        return consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
    }

    /** Whether a workspace was among what was read. */
    private boolean poll() {
        boolean workspace = false;
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                workspace |= take(record);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("definitions can't be read at the moment: {}", e.toString());
        }
        return workspace;
    }

    private boolean take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return false;
        }
        try {
            Definition definition = ContractJson.read(record.value(), Definition.class);
            shelf.put(definition);
            return definition.kind().equals(Definition.KIND_WORKSPACE);
        } catch (UncheckedIOException | NullPointerException e) {
            LOG.error("the definition at offset {} can't be read and is passed over", record.offset(), e);
            return false;
        }
    }

    private void compile() {
        Definition workspace = shelf.workspace().orElseThrow();
        try {
            Compilation compilation = WorkspaceCompiler.compile(shelf.filesOf(workspace), shelf.earlierThan(workspace));
            if (compilation instanceof Compilation.Compiled compiled) {
                current.set(compiled.workspace());
                LOG.info("workspace {} with journeys {}", workspace.version(), workspace.journeys());
                onWorkspace.accept(compiled.workspace());
            } else {
                refuse(workspace, compilation.problems());
            }
        } catch (RuntimeException e) {
            refuse(workspace, List.of(e));
        }
    }

    private void refuse(Definition workspace, List<?> problems) {
        LOG.error("workspace {} is refused, the one before stays: {}", workspace.version(), problems);
        onRefusal.run();
    }
}
