package dev.safar.benchmarks.contender;

import dev.safar.engine.streams.EngineSettings;
import org.apache.kafka.streams.Topology;

/** Every event from one topic into another, exactly once: less than that no application does that keeps what it makes of events. */
final class PassThrough {

    private PassThrough() {}

    static Contender start(EngineSettings settings) {
        Topology topology = PlainStreams.reading();
        PlainStreams.addSink(topology, PlainStreams.SOURCE);
        return PlainStreams.start(topology, settings, 0);
    }
}
