package dev.safar.engine.app;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Of the meters of Kafka Streams, those per thread and client; the hundreds per store, task and node are left out. */
@Singleton
class MeterFilters {

    private static final List<String> LEFT_OUT = List.of(
            "kafka.stream.state",
            "kafka.stream.task",
            "kafka.stream.processor.node",
            "kafka.stream.topic",
            "kafka.stream.record.cache",
            "kafka.consumer.node",
            "kafka.producer.node",
            "kafka.admin.client.node");

    @Produces
    @Singleton
    MeterFilter streamsMeters() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return LEFT_OUT.stream().anyMatch(id.getName()::startsWith)
                        ? MeterFilterReply.DENY
                        : MeterFilterReply.NEUTRAL;
            }
        };
    }
}
