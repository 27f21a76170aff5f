package dev.safar.engine.streams;

import dev.safar.contracts.Topics;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole topology: events in, one processor with one store, and out what it decided.
 *
 * <pre>
 * events ──► customers (store: customers) ──► messages.email, .sms, .push, .inapp, .webhook
 *                                        ├──► retractions
 *                                        ├──► decisions
 *                                        └──► dead-letters
 * </pre>
 */
public final class JourneyTopology {

    /** The store and its processor. */
    public static final String CUSTOMERS = "customers";

    private static final String SOURCE = "events-source";
    private static final String SINK = "-sink";

    private static final Map<String, String> CHANGELOG = Map.of(
            "segment.bytes", "268435456",
            "min.cleanable.dirty.ratio", "0.3",
            "compression.type", "producer");

    private JourneyTopology() {}

    static Topology build(ProcessorSupplier<byte[], byte[], byte[], byte[]> customers) {
        var bytesIn = new ByteArrayDeserializer();
        var topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(), SOURCE, new WallclockTimestampExtractor(), bytesIn, bytesIn, Topics.EVENTS);
        topology.addProcessor(CUSTOMERS, customers, SOURCE);
        topology.addStateStore(store(), CUSTOMERS);
        Topics.messages().forEach(topic -> addSink(topology, topic));
        addSink(topology, Topics.RETRACTIONS);
        addSink(topology, Topics.DECISIONS);
        addSink(topology, Topics.DEAD_LETTERS);
        return topology;
    }

    /** The sink of a topic: what the processor forwards to. */
    static String sinkOf(String topic) {
        return topic + SINK;
    }

    private static void addSink(Topology topology, String topic) {
        var bytesOut = new ByteArraySerializer();
        topology.addSink(sinkOf(topic), topic, bytesOut, bytesOut, CUSTOMERS);
    }

    private static StoreBuilder<?> store() {
        return new CommitStoreBuilder(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(CUSTOMERS), Serdes.Bytes(), Serdes.ByteArray())
                        .withCachingDisabled())
                .withLoggingEnabled(CHANGELOG);
    }
}
