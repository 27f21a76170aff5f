package dev.safar.dispatch.lane;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings of the Kafka clients that the rest relies on. */
public final class ClientSettings {

    private ClientSettings() {}

    /**
     * Of the loop's consumers: committed records only, offsets committed by hand, and the partitions of one number of all
     * topics to one member of the group.
     */
    public static Map<String, Object> ofLoop(String bootstrapServers, String groupId) {
        Map<String, Object> settings = new HashMap<>(ofReader(bootstrapServers));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 60_000);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        return settings;
    }

    /** Of a consumer without a group. */
    public static Map<String, Object> ofReader(String bootstrapServers) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                30_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                15_000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000);
    }

    /** Of the producer of receipts, ledger and dead letters: idempotent, acknowledged by all, never in a transaction. */
    public static Map<String, Object> ofWriter(String bootstrapServers) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 1,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    }
}
