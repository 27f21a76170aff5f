package dev.safar.standalone.audit;

import dev.safar.contracts.Topics;
import dev.safar.engine.streams.JourneyTopology;
import dev.safar.standalone.log.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How much of the logs an audit is about. What the groups had finished was noted first, then a cut was made through all logs,
 * then a second one: what was finished is before the first cut, and every transaction of which a part is before the first cut
 * is before the second one with all its parts.
 *
 * @param engine up to where the engine had come with its events
 * @param dispatch up to where dispatch had finished with the messages
 */
record Snapshot(
        int partitions,
        String changelog,
        Map<TopicPartition, Long> engine,
        Map<TopicPartition, Long> dispatch,
        Map<TopicPartition, Long> begins,
        Map<TopicPartition, Long> first,
        Map<TopicPartition, Long> second) {

    /**
     * Looks where everything is.
     *
     * @throws AuditFailedException if it is not there, or not as Safar has it
     */
    static Snapshot of(Cluster cluster, AuditRequest request) {
        String changelog = request.applicationId() + "-" + JourneyTopology.CUSTOMERS + "-changelog";
        List<String> keyed = new ArrayList<>(Topics.messages());
        keyed.addAll(List.of(Topics.EVENTS, Topics.DECISIONS, Topics.RETRACTIONS, Topics.DISPATCH_LEDGER, changelog));
        List<String> topics = new ArrayList<>(keyed);
        topics.addAll(List.of(Topics.DEAD_LETTERS, Topics.DEFINITIONS));
        List<TopicPartition> all = cluster.partitions(topics);
        int partitions = width(all, keyed);
        Map<TopicPartition, Long> engine = cluster.committed(request.applicationId());
        Map<TopicPartition, Long> dispatch = cluster.committed(request.dispatchGroup());
        Map<TopicPartition, Long> first = cluster.cut(all);
        Map<TopicPartition, Long> second = cluster.cut(all);
        return new Snapshot(partitions, changelog, engine, dispatch, cluster.begins(all), first, second);
    }

    private static int width(List<TopicPartition> all, List<String> keyed) {
        Map<String, Long> widths = all.stream()
                .filter(partition -> keyed.contains(partition.topic()))
                .collect(Collectors.groupingBy(TopicPartition::topic, Collectors.counting()));
        Set<Long> different = Set.copyOf(widths.values());
        if (different.size() != 1) {
            throw new AuditFailedException(
                    "the topics differ in how many partitions they have, so customers can't be followed: " + widths);
        }
        return (int) (long) different.iterator().next();
    }

    /** What is before the second cut. */
    Span whole(TopicPartition log) {
        return new Span(log, begins.get(log), second.get(log));
    }

    /** What is before the first cut. */
    Span early(TopicPartition log) {
        return new Span(log, begins.get(log), first.get(log));
    }

    /** What is between the cuts. */
    Span late(TopicPartition log) {
        return new Span(log, first.get(log), second.get(log));
    }

    /** The partitions of a topic. */
    List<TopicPartition> of(String topic) {
        return begins.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }
}
