package dev.safar.kafka;

import dev.safar.contracts.TopicSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a cluster, embedded or not. */
public final class KafkaTopics {

    private static final int TIMEOUT_SECONDS = 30;

    private KafkaTopics() {}

    /**
     * Creates those of the topics that are not there yet.
     *
     * @throws IllegalStateException if the cluster does not answer within half a minute, or refuses
     */
    public static void createMissing(String bootstrapServers, Collection<TopicSpec> specs, short replication) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = specs.stream()
                    .filter(spec -> !existing.contains(spec.name()))
                    .map(spec -> spec.replicated(replication))
                    .map(spec -> new NewTopic(spec.name(), spec.partitions(), replication).configs(spec.config()))
                    .toList();
            await(admin.createTopics(missing).values());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics can't be created at " + bootstrapServers, e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka at " + bootstrapServers + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics at " + bootstrapServers, e);
        }
    }

    /** Each by itself: one that somebody else has just created is there, and says nothing about the others. */
    static void await(Map<String, KafkaFuture<Void>> creations)
            throws ExecutionException, TimeoutException, InterruptedException {
        for (KafkaFuture<Void> creation : creations.values()) {
            try {
                creation.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
