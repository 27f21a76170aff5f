package dev.safar.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A topic as it has to be created.
 *
 * @param config Kafka's topic settings that differ from the broker's
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

    private static final String ONE_WEEK = "604800000";
    private static final String TWO_DAYS = "172800000";

    public TopicSpec {
        config = Map.copyOf(config);
    }

    /**
     * Every topic of Safar. {@code LogAppendTime} everywhere: a record with an old event time would otherwise be deleted by
     * retention as soon as its segment closes.
     *
     * @param partitions of the topics keyed by customer; all have the same number, so that one reader gets all of a customer
     */
    public static List<TopicSpec> all(int partitions) {
        List<TopicSpec> specs = new ArrayList<>();
        specs.add(log(Topics.EVENTS, partitions, ONE_WEEK));
        Topics.messages().forEach(topic -> specs.add(log(topic, partitions, ONE_WEEK)));
        specs.add(log(Topics.RETRACTIONS, partitions, TWO_DAYS));
        specs.add(log(Topics.DECISIONS, partitions, ONE_WEEK));
        specs.add(log(Topics.DEAD_LETTERS, partitions, ONE_WEEK));
        specs.add(new TopicSpec(
                Topics.DISPATCH_LEDGER,
                partitions,
                Map.of(
                        "message.timestamp.type", "LogAppendTime",
                        "cleanup.policy", "compact,delete",
                        "retention.ms", TWO_DAYS)));
        specs.add(new TopicSpec(
                Topics.DEFINITIONS, 1, Map.of("message.timestamp.type", "LogAppendTime", "cleanup.policy", "compact")));
        return List.copyOf(specs);
    }

    /** The same for this many replicas. */
    public TopicSpec replicated(int replication) {
        Map<String, String> settings = new HashMap<>(config);
        settings.putAll(durability(replication));
        return new TopicSpec(name, partitions, settings);
    }

    /** What a topic of this many replicas needs, so that what was acknowledged survives the loss of a broker. */
    public static Map<String, String> durability(int replication) {
        return replication >= 3 ? Map.of("min.insync.replicas", "2") : Map.of();
    }

    private static TopicSpec log(String name, int partitions, String retention) {
        return new TopicSpec(
                name, partitions, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", retention));
    }
}
