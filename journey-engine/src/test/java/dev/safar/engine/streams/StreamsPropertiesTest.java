package dev.safar.engine.streams;

import dev.safar.engine.streams.EngineSettings.Pace;
import dev.safar.engine.streams.EngineSettings.TopicSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamsPropertiesTest {

    private static final String MIN_IN_SYNC = "topic.min.insync.replicas";

    @Test
    void aMemberSaysWhoItIsAndHowMuchItKeepsForOthers() {
        // given
        Membership membership = Membership.of("engine-2")
                .withTimeouts(new Membership.Timeouts(Duration.ofSeconds(7), Duration.ofSeconds(9)))
                .withStandbys(1);

        // when
        Map<String, Object> properties = properties(settings((short) 1).withMembership(membership));

        // then
        assertThat(properties)
                .containsEntry("main.consumer.group.instance.id", "engine-2")
                .containsEntry("consumer.session.timeout.ms", 7_000)
                .containsEntry("producer.transaction.timeout.ms", 9_000)
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("max.warmup.replicas", 2);
    }

    @Test
    void whatAnEventBringsAboutIsOneTransaction() {
        assertThat(properties(settings((short) 1))).containsEntry("processing.guarantee", "exactly_once_v2");
    }

    @Test
    void aTaskWaitsForNoInputItHasNot() {
        assertThat(properties(settings((short) 1))).containsEntry("max.task.idle.ms", -1L);
    }

    @Test
    void threeReplicasMeanThatTwoHaveWhatWasAcknowledged() {
        assertThat(properties(settings((short) 3)))
                .containsEntry("replication.factor", 3)
                .containsEntry(MIN_IN_SYNC, "2");
    }

    @Test
    void fewerThanThreeReplicasNeedNoOther() {
        assertThat(properties(settings((short) 2)))
                .containsEntry("replication.factor", 2)
                .doesNotContainKey(MIN_IN_SYNC);
    }

    private static EngineSettings settings(short replication) {
        return new EngineSettings(
                "none:9092",
                "safar-engine",
                Path.of("state"),
                1,
                Pace.defaults(),
                new TopicSettings(4, replication),
                Membership.of("local"),
                EngineLimits.defaults());
    }

    private static Map<String, Object> properties(EngineSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        StreamsProperties.of(settings).forEach((name, value) -> properties.put(name.toString(), value));
        return properties;
    }
}
