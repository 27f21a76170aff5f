package dev.safar.engine.streams;

import dev.safar.contracts.Topics;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** As much of Kafka Streams as the processor sees. */
final class SimulatedContext implements ProcessorContext<Object, Object> {

    private static final String SINK = JourneyTopology.sinkOf("");

    private final int partition;
    private final MemoryStore store;
    private final InstantSource clock;
    private final Consumer<Output> outputs;
    private final List<Punctuator> punctuators = new ArrayList<>();
    private Optional<RecordMetadata> record = Optional.empty();

    private record Position(String topic, int partition, long offset) implements RecordMetadata {}

    SimulatedContext(int partition, MemoryStore store, InstantSource clock, Consumer<Output> outputs) {
        this.partition = partition;
        this.store = store;
        this.clock = clock;
        this.outputs = outputs;
    }

    /** The same under the type that the processor asks for, which no class can have: arrays are no bounds. */
    @SuppressWarnings("unchecked")
    ProcessorContext<byte[], byte[]> ofBytes() {
        ProcessorContext<?, ?> context = this;
        return (ProcessorContext<byte[], byte[]>) context;
    }

    void standAt(long offset) {
        record = Optional.of(new Position(Topics.EVENTS, partition, offset));
    }

    /** As during a punctuation. */
    void standNowhere() {
        record = Optional.empty();
    }

    List<Punctuator> punctuators() {
        return punctuators;
    }

    @Override
    public <K, V> void forward(Record<K, V> record, String child) {
        outputs.accept(new Output(child.substring(0, child.length() - SINK.length()), (byte[]) record.value()));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends StateStore> S getStateStore(String name) {
        return (S) store;
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator punctuator) {
        punctuators.add(punctuator);
        return () -> punctuators.remove(punctuator);
    }

    @Override
    public TaskId taskId() {
        return new TaskId(0, partition);
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return record;
    }

    @Override
    public long currentSystemTimeMs() {
        return clock.millis();
    }

    @Override
    public <K, V> void forward(Record<K, V> record) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator punctuator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String applicationId() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serde<?> keySerde() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serde<?> valueSerde() {
        throw new UnsupportedOperationException();
    }

    @Override
    public File stateDir() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StreamsMetrics metrics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void commit() {
        // whether it is heard is up to chance, as all that is committed here
    }

    @Override
    public Map<String, Object> appConfigs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long currentStreamTimeMs() {
        throw new UnsupportedOperationException();
    }
}
