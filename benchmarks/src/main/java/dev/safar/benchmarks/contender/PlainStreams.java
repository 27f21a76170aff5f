package dev.safar.benchmarks.contender;

import dev.safar.contracts.Topics;
import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.StreamsProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** What all topologies that are none of Safar's have in common: its settings of Kafka Streams, its source, its changelog. */
final class PlainStreams {

    static final String SOURCE = "events-source";
    static final String SINK = "output-sink";

    /** As the engine has it. */
    static final Map<String, String> CHANGELOG = Map.of(
            "segment.bytes", "268435456",
            "min.cleanable.dirty.ratio", "0.3",
            "compression.type", "producer");

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private PlainStreams() {}

    /** A topology that reads the log as bytes, which it takes to pass over what it does not need. */
    static Topology reading() {
        var bytesIn = new ByteArrayDeserializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        SOURCE,
                        new WallclockTimestampExtractor(),
                        bytesIn,
                        bytesIn,
                        Topics.EVENTS);
    }

    /** Sends what {@code parent} forwards. */
    static void addSink(Topology topology, String parent) {
        var bytesOut = new ByteArraySerializer();
        topology.addSink(SINK, Contenders.OUTPUT, bytesOut, bytesOut, parent);
    }

    static Contender start(Topology topology, EngineSettings settings, long recordCacheBytes) {
        Properties properties = StreamsProperties.of(settings);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, recordCacheBytes);
        var streams = new KafkaStreams(topology, properties);
        streams.start();
        return () -> streams.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
