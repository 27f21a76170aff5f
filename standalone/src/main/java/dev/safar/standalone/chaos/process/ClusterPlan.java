package dev.safar.standalone.chaos.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a cluster shall consist of.
 *
 * @param data where logs, topics and state go
 * @param linked the services that reach their brokers through a {@link Link}
 * @param settings for services beside those that join them, by role
 */
public record ClusterPlan(
        Programs programs, Path data, Size size, Providers providers, Set<String> linked, Settings settings) {

    /**
     * How many processes.
     *
     * @param engines which run at the start; {@link Cluster#engine} makes further ones
     * @param partitions of the topics keyed by customer
     */
    public record Size(int brokers, int engines, int dispatchers, int partitions) {}

    /** Where messages go. */
    public record Providers(int smtpPort, String smsUrl, String pushUrl) {}

    /** Settings of services by name, and of brokers. */
    public record Settings(Map<String, String> brokers, Map<String, String> engines, Map<String, String> dispatchers) {

        public static final Settings NONE = new Settings(Map.of(), Map.of(), Map.of());

        public Settings {
            brokers = Map.copyOf(brokers);
            engines = Map.copyOf(engines);
            dispatchers = Map.copyOf(dispatchers);
        }
    }

    public ClusterPlan {
        linked = Set.copyOf(linked);
    }

    short replication() {
        return (short) Math.min(3, size.brokers());
    }

    List<String> engines() {
        return names("engine-", size.engines());
    }

    List<String> dispatchers() {
        return names("dispatch-", size.dispatchers());
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + number)
                .toList();
    }
}
