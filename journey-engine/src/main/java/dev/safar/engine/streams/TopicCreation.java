package dev.safar.engine.streams;

import dev.safar.contracts.TopicSpec;
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

/** Creates the topics that are missing; those that are there stay as they are. */
final class TopicCreation {

    private static final int TIMEOUT_SECONDS = 60;

    private TopicCreation() {}

    /**
     * Returns when all topics are there.
     *
     * @throws IllegalStateException if the cluster does not answer or refuses
     */
    static void ensure(EngineSettings settings) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()))) {
            Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = missing(settings.topics(), existing);
            await(admin.createTopics(missing).values());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics can't be created", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka at " + settings.bootstrapServers() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were created", e);
        }
    }

    static List<NewTopic> missing(EngineSettings.TopicSettings topics, Set<String> existing) {
        short replication = topics.replication();
        return TopicSpec.all(topics.partitions()).stream()
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
                creation.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
