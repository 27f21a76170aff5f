package dev.safar.benchmarks.live;

import dev.safar.benchmarks.load.EventWriter;
import dev.safar.benchmarks.process.Figures;
import dev.safar.benchmarks.process.Stage;
import dev.safar.benchmarks.process.StateFiles;
import dev.safar.contracts.MessageCommand;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.ObjLongConsumer;

/**
 * An engine at work over the shipped journeys and some that answer at once or wait: timers, latency and restoring are measured on
 * the same one, which is warm after the first of them and has a million customers to look after.
 */
public final class Live implements AutoCloseable {

    private final Stage stage;
    private final long heapOfNobody;
    private Engine engine;
    private long customers;

    private Live(Stage stage) {
        this.stage = stage;
        this.engine = new Engine(stage);
        this.heapOfNobody = engine.process().liveHeap();
    }

    /**
     * Starts one.
     *
     * @param workspace the shipped one
     * @param folder for what is written meanwhile
     */
    public static Live open(Path workspace, Path folder) {
        Stage stage = Stage.open(folder);
        try {
            stage.publish(Probes.writeWorkspace(workspace, stage.folder().resolve("journeys")));
            return new Live(stage);
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** How many customers the engine has heard of. */
    long customers() {
        return customers;
    }

    /** Writes events as fast as that goes, to be processed whenever. */
    EventWriter writerInBulk() {
        return EventWriter.inBulk(stage.bootstrapServers());
    }

    /** Writes events that are to be processed at once. */
    EventWriter writer() {
        return EventWriter.promptly(stage.bootstrapServers());
    }

    /** Hears of what is sent from now on, and of what has been sent. */
    Outbox outbox(ObjLongConsumer<MessageCommand> listener) {
        return new Outbox(stage.bootstrapServers(), Stage.PARTITIONS, listener);
    }

    /** Makes so many customers wait for half a day. */
    void introduceWaiting(int count) throws InterruptedException {
        Instant now = Instant.now();
        try (EventWriter writer = writerInBulk()) {
            for (int i = 0; i < count; i++) {
                writer.send(Probes.track(Probes.MUCH_LATER, "waiting-" + i, now));
            }
            writer.flush();
        }
        introduced(count);
    }

    /** So many customers more stand in the log; returns when the engine knows them and has done all else that is there. */
    void introduced(long count) throws InterruptedException {
        customers += count;
        engine.awaitEnd();
    }

    /** What the engine has used. */
    Figures figures() {
        return engine.process().figures();
    }

    /** Bytes of the heap that the engine needs for its customers, beyond what it needed without any. */
    long heapOfCustomers() {
        return engine.process().liveHeap() - heapOfNobody;
    }

    /** How many records an engine has to read that has no state. */
    long changelog() throws InterruptedException {
        return ChangelogSize.records(stage.bootstrapServers());
    }

    /**
     * Stops the engine and deletes its state.
     *
     * @return the bytes that the state had on disk
     */
    long loseState() {
        engine.close();
        long bytes = StateFiles.bytes(Engine.stateOf(stage));
        StateFiles.delete(Engine.stateOf(stage));
        return bytes;
    }

    /** Starts another engine in place of the one that was stopped. */
    void startEngine() {
        engine = new Engine(stage);
    }

    @Override
    public void close() {
        try (stage) {
            engine.close();
        }
    }
}
