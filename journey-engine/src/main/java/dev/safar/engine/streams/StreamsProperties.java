package dev.safar.engine.streams;

import dev.safar.contracts.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams: exactly once, back at once after a restart, small transactions. */
public final class StreamsProperties {

    /** The shortest that Kafka Streams takes: its own ten minutes would be how long a new instance waits for its first task. */
    private static final long WARMUP_CHECK_MILLIS = 60_000;

    private StreamsProperties() {}

    /** All of them for an engine with these settings. */
    public static Properties of(EngineSettings settings) {
        Map<String, Object> values = new HashMap<>();
        values.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        values.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        values.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        values.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        values.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.topics().replication());
        TopicSpec.durability(settings.topics().replication())
                .forEach((name, value) -> values.put(StreamsConfig.topicPrefix(name), value));
        addProcessing(values, settings);
        addMembership(values, settings);
        addTransactions(values, settings.membership().timeouts());
        addClients(values);
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }

    private static void addProcessing(Map<String, Object> values, EngineSettings settings) {
        values.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        values.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.pace().commit().toMillis());
        values.put(StreamsConfig.POLL_MS_CONFIG, settings.pace().poll().toMillis());
        // A task has one input and none to wait for; any other value looks and writes a text each time that input is
        // empty.
        values.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        values.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        values.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 2_000);
        values.put(StreamsConfig.STATE_CLEANUP_DELAY_MS_CONFIG, 1_200_000);
        values.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        values.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbSettings.class);
    }

    /** The classic protocol: only there does a known instance get its tasks back without waiting for a time-out. */
    private static void addMembership(Map<String, Object> values, EngineSettings settings) {
        Membership membership = settings.membership();
        values.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        values.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), membership.instanceId());
        values.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                membership.timeouts().session().toMillis());
        values.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 120_000);
        values.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, membership.standbys().replicas());
        values.put(
                StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, membership.standbys().warmups());
        values.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 10_000L);
        values.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, WARMUP_CHECK_MILLIS);
    }

    private static void addTransactions(Map<String, Object> values, Membership.Timeouts timeouts) {
        int transaction = (int) timeouts.transaction().toMillis();
        values.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), transaction);
    }

    private static void addClients(Map<String, Object> values) {
        values.put(StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        values.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        values.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
        values.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        values.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
        values.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
    }
}
