package dev.safar.dispatch.render;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Follows the definitions topic from its beginning, for as long as it is open, through all outages. */
public final class DefinitionReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DefinitionReader.class.getName());
    private static final TopicPartition DEFINITIONS = new TopicPartition(Topics.DEFINITIONS, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 500;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final TemplateStore store;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "safar-dispatch-definitions");
    private volatile boolean ready;

    /** The consumers are without a group. */
    public DefinitionReader(Supplier<Consumer<String, byte[]>> consumers, TemplateStore store) {
        this.consumers = consumers;
        this.store = store;
    }

    public void start() {
        thread.start();
    }

    /** True once all that was there at the start has been read. */
    public boolean ready() {
        return ready;
    }

    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (open(0)) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (KafkaException e) {
                LOG.log(Level.WARNING, "definitions can''t be read, trying again: {0}", e.getMessage());
                open(RETRY_MILLIS);
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        while (!consumer.listTopics().containsKey(Topics.DEFINITIONS)) {
            if (!open(RETRY_MILLIS)) {
                return;
            }
        }
        consumer.assign(List.of(DEFINITIONS));
        consumer.seekToBeginning(List.of(DEFINITIONS));
        long end = consumer.endOffsets(List.of(DEFINITIONS)).get(DEFINITIONS);
        while (open(0)) {
            consumer.poll(POLL).forEach(this::accept);
            ready = ready || consumer.position(DEFINITIONS) >= end;
        }
    }

    private void accept(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            store.accept(ContractJson.read(message.value(), Definition.class));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "definition {0} is not readable: {1}", new Object[] {message.key(), e.getMessage()});
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
