package dev.safar.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The whole path once more, against brokers as others run them. */
class ExternalBrokersIT {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void needsDocker() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "skipped: there is no Docker here to run the apache/kafka image with");
    }

    @Test
    void sendsAnEmailThroughTheBrokersItIsGiven() throws Exception {
        try (KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1")) {
            kafka.start();
            try (SafarProcess safar = SafarProcess.up(
                    folder.resolve("data"), START, "--bootstrap-servers", kafka.getBootstrapServers())) {
                // given
                safar.post(Calls.identify("ada"), Calls.cart("ada"));
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                                safar.journey("abandoned-cart").path("entered").asLong())
                        .isEqualTo(1));

                // when
                safar.stepTo(START.plus(Duration.ofHours(1)));

                // then
                assertThat(safar.awaitDelivered(1)).singleElement().satisfies(entry -> assertThat(entry.step())
                        .isEqualTo("send-email-cart-reminder"));
            }
        }
    }
}
