package dev.safar.engine.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what is read from the changelog: to take up tasks, and to keep copies of those of others. */
final class RestoreMeter implements StateRestoreListener, StandbyUpdateListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreMeter.class);

    private final Counter restored;
    private final Counter copied;

    RestoreMeter(MeterRegistry registry) {
        this.restored = Counter.builder("safar.restored.records")
                .description("records of the changelog read before tasks could begin")
                .register(registry);
        this.copied = Counter.builder("safar.standby.records")
                .description("records of the changelog read to keep copies of other instances' state")
                .register(registry);
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        LOG.info("{} is restored from {} to {}", changelog, from, to);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long to, long records) {
        restored.increment((double) records);
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        LOG.info("{} is restored: {} records", changelog, records);
    }

    @Override
    public void onUpdateStart(TopicPartition changelog, String store, long from) {
        LOG.info("a copy of {} is kept from {}", changelog, from);
    }

    @Override
    public void onBatchLoaded(TopicPartition changelog, String store, TaskId task, long to, long records, long end) {
        copied.increment((double) records);
    }

    @Override
    public void onUpdateSuspended(
            TopicPartition changelog, String store, long to, long end, StandbyUpdateListener.SuspendReason reason) {
        LOG.info("the copy of {} ends at {} of {}: {}", changelog, to, end, reason);
    }
}
