package dev.safar.contracts.kafka;

import dev.safar.contracts.TopicSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that a cluster does not have; those that are there stay as they are, with or without leaders. */
public final class KafkaTopics {

    /** Shorter than a client's own patience, a minute, so that it is we who say what does not answer. */
    private static final int TIMEOUT_SECONDS = 30;

    private static final int LOOK_MILLIS = 50;

    private KafkaTopics() {}

    /**
     * Returns when the new ones can be written to: an idempotent producer whose first batch a partition without leader refused, and
     * whose second the leader took, is out of order for minutes.
     *
     * @throws IllegalStateException if the cluster does not answer within half a minute, or refuses, or has no leaders for them
     */
    public static void createMissing(String bootstrapServers, Collection<TopicSpec> specs, short replication) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = answer(admin.listTopics().names());
            List<NewTopic> missing = missing(specs, replication, existing);
            await(admin.createTopics(missing).values());
            awaitLeaders(admin, missing, bootstrapServers);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics can't be created at " + bootstrapServers, e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka at " + bootstrapServers + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics at " + bootstrapServers, e);
        }
    }

    static List<NewTopic> missing(Collection<TopicSpec> specs, short replication, Set<String> existing) {
        return specs.stream()
                .filter(spec -> !existing.contains(spec.name()))
                .map(spec -> spec.replicated(replication))
                .map(spec -> new NewTopic(spec.name(), spec.partitions(), replication).configs(spec.config()))
                .toList();
    }

    /** Each by itself: one that somebody else has just created is there, and says nothing about the others. */
    static void await(Map<String, KafkaFuture<Void>> creations)
            throws ExecutionException, TimeoutException, InterruptedException {
        for (KafkaFuture<Void> creation : creations.values()) {
            try {
                answer(creation);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** Only leaders know where a partition ends. A broker that has not heard of a topic yet says so, and is asked again. */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics, String bootstrapServers)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        List<String> names = topics.stream().map(NewTopic::name).toList();
        long began = System.nanoTime();
        while (true) {
            try {
                answer(admin.describeTopics(names)
                        .allTopicNames()); // or the next would log an error for each partition
                answer(admin.listOffsets(ends).all());
                return;
            } catch (ExecutionException | TimeoutException e) {
                boolean mayCome = e.getCause() instanceof RetriableException;
                if (!mayCome || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS)) {
                    throw new IllegalStateException(
                            "the new topics at " + bootstrapServers + " have no leaders yet", e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
