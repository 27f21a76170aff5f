package dev.safar.engine.streams;

import dev.safar.core.model.Observed;
import dev.safar.core.runtime.Input;
import dev.safar.engine.state.UnreadableStateException;
import dev.safar.engine.streams.CustomerShell.Occasion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task: events and ticks of a partition in the order of the log. A record that can't be processed is put aside; a
 * failure of the store or the broker is left to Kafka Streams, which starts the task again from the last commit.
 */
final class CustomerProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    static final Duration PUNCTUATION = Duration.ofMillis(25);

    /** Ingest lets in far shorter ones only. */
    private static final int LONGEST_ID = 4_096;

    private final TaskTools tools;
    private final EngineParts parts;
    private ProcessorContext<byte[], byte[]> context;
    private TaskStores stores;
    private PromptCommit commits;
    private SafeTime safe;
    private CustomerShell shell;
    private DeadLetters deadLetters;
    private TimerDrain drain;
    private Sweeper sweeper;
    private Ticker ticker;
    private TaskStatus status;

    CustomerProcessor(TaskTools tools) {
        this.tools = tools;
        this.parts = tools.parts();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initial) {
        context = initial;
        int partition = initial.taskId().partition();
        KeyValueStore<Bytes, byte[]> store = initial.getStateStore(JourneyTopology.CUSTOMERS);
        stores = TaskStores.over(store, parts.limits());
        commits = new PromptCommit(initial, tools.messageInterval());
        BeforeCommit.of(store).beforeCommit(this::onCommit);
        safe = new SafeTime(parts.clock(), parts.limits().tickFreshness());
        shell = new CustomerShell(initial, stores, parts, commits);
        deadLetters = new DeadLetters(shell, parts);
        drain = new TimerDrain(stores, safe, shell, deadLetters, tools);
        sweeper = new Sweeper(stores, safe, shell, deadLetters, tools);
        ticker = new Ticker(parts, partition);
        status = new TaskStatus(partition, stores.tallies()::tally, stores.places()::waiting);
        report();
        parts.board().register(status);
        initial.schedule(PUNCTUATION, PunctuationType.WALL_CLOCK_TIME, now -> onTime());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata position = context.recordMetadata().orElseThrow();
        if (EventReader.isTick(record)) {
            onTick(record, new Cause(position.partition(), position.offset(), true));
        } else {
            onEvent(record, new Cause(position.partition(), position.offset(), false));
        }
        commits.run();
        report();
    }

    @Override
    public void close() {
        parts.board().remove(status);
    }

    private void onTime() {
        ticker.run(nextDue());
        drain.run();
        sweeper.run();
        stores.timers().save(parts.clock().instant());
        commits.run();
        report();
    }

    private void onCommit() {
        stores.write();
        commits.committing();
    }

    private void onTick(Record<byte[], byte[]> record, Cause cause) {
        Instant at;
        try {
            at = EventReader.tick(record);
        } catch (RuntimeException failure) {
            deadLetters.add(cause, record.key(), record.value(), failure);
            return;
        }
        safe.advance(at, cause);
        drain.run();
        sweeper.run();
    }

    private void onEvent(Record<byte[], byte[]> record, Cause cause) {
        parts.meters().event(EventReader.type(record));
        Observed observed = parts.workspace().get().observed();
        if (!EventReader.concerns(record, observed)) {
            return;
        }
        Optional<Transition> transition;
        try {
            transition = plan(record, observed, cause);
        } catch (KafkaException | UnreadableStateException failure) {
            throw failure; // the store's fault and not the record's: passing over it would lose an event
        } catch (RuntimeException failure) {
            if (record.key() != null) {
                shell.evict(customerOf(record));
            }
            deadLetters.add(cause, record.key(), record.value(), failure);
            return;
        }
        transition.ifPresent(shell::apply);
    }

    private Optional<Transition> plan(Record<byte[], byte[]> record, Observed observed, Cause cause) {
        if (record.key() == null || record.key().length == 0) {
            throw new BadEventException("an event without a customer");
        }
        if (record.key().length > LONGEST_ID) {
            throw new BadEventException(
                    "a customer's id of " + record.key().length + " bytes, over the limit of " + LONGEST_ID);
        }
        return EventReader.event(record, observed).map(received -> {
            var input = new Input.Occurred(received.event(), cause.offset());
            var occasion = new Occasion(input, received.receivedAt(), cause, record.value().length);
            return shell.plan(customerOf(record), occasion, safe.latest().map(SafeTime.TickSeen::at));
        });
    }

    private void report() {
        status.report(
                nextDue(),
                safe.latest().map(SafeTime.TickSeen::at),
                safe.fresh().isPresent(),
                sweeper.underWay());
    }

    private Optional<Instant> nextDue() {
        Optional<Instant> timer = stores.timers().nextDue();
        Optional<Instant> sweep = sweeper.nextDue();
        if (timer.isEmpty() || sweep.isEmpty()) {
            return timer.isPresent() ? timer : sweep;
        }
        return timer.get().isAfter(sweep.get()) ? sweep : timer;
    }

    private static String customerOf(Record<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
