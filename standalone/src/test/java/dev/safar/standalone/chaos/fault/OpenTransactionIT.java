package dev.safar.standalone.chaos.fault;

import dev.safar.contracts.TopicSpec;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OpenTransactionIT {

    @TempDir
    Path directory;

    private EmbeddedKafka kafka;

    @BeforeEach
    void startBroker() {
        kafka = EmbeddedKafka.start(directory, Endpoint.free());
        kafka.createTopics(TopicSpec.all(2));
    }

    @AfterEach
    void stopBroker() {
        kafka.close();
    }

    @Test
    void saysWhetherATransactionWasLeftOpen() {
        // given
        OpenTransaction transaction = new OpenTransaction(kafka.bootstrapServers(), 1);

        // when: no broker takes one that is open for a day
        boolean refused = transaction.leave(Duration.ofDays(1));
        boolean left = transaction.leave(Duration.ofMinutes(1));

        // then
        assertThat(refused).isFalse();
        assertThat(left).isTrue();
    }
}
