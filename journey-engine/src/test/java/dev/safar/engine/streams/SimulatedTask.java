package dev.safar.engine.streams;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.Punctuator;

/** The real processor on one partition, with all that is not committed yet. It knows no more than a task of Kafka Streams does. */
final class SimulatedTask {

    private final SimulatedPartition partition;
    private final MemoryStore store;
    private final List<Output> outputs = new ArrayList<>();
    private final SimulatedContext context;
    private final CustomerProcessor processor;
    private long position;

    SimulatedTask(SimulatedPartition partition, EngineParts parts, TaskTools tools) {
        this.partition = partition;
        this.store = partition.state();
        this.position = partition.position();
        InstantSource clock = parts.clock();
        this.context = new SimulatedContext(partition.number(), store, clock, outputs::add);
        this.processor = new CustomerProcessor(tools);
        processor.init(context.ofBytes());
    }

    boolean hasBacklog() {
        return position < partition.log().end();
    }

    /** Processes the next record. */
    void deliver() {
        SimulatedLog.Entry entry = partition.log().at(position);
        context.standAt(entry.offset());
        processor.process(entry.record());
        position++;
    }

    void punctuate() {
        context.standNowhere();
        for (Punctuator punctuator : context.punctuators()) {
            punctuator.punctuate(context.currentSystemTimeMs());
        }
    }

    /** Ends it; what is not committed is gone. */
    void close() {
        processor.close();
        partition.release(this);
    }

    boolean isFenced() {
        return !partition.isOwnedBy(this);
    }

    /** What comes before a commit of all tasks of the process. */
    void prepare() {
        store.prepare();
    }

    void commit() {
        partition.commit(this);
    }

    SimulatedPartition partition() {
        return partition;
    }

    MemoryStore store() {
        return store;
    }

    List<Output> outputs() {
        return outputs;
    }

    long position() {
        return position;
    }
}
