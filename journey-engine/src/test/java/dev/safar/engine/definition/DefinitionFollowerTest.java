package dev.safar.engine.definition;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Topics;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DefinitionFollowerTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.DEFINITIONS, 0);

    private final MockConsumer<String, byte[]> log = new MockConsumer<>("earliest");

    @Test
    void goesOnWhereKafkaDoesNotAnswerAtFirst() throws Exception {
        // given
        WorkspaceFiles files = ShippedWorkspace.files();
        List<Definition> definitions = Definitions.of(files, ShippedWorkspace.compile(files));
        log.updateBeginningOffsets(Map.of(PARTITION, 0L));
        log.updateEndOffsets(Map.of(PARTITION, (long) definitions.size()));
        log.setOffsetsException(new TimeoutException("no answer"));
        log.schedulePollTask(() -> log.setPollException(new TimeoutException("still no answer")));
        log.schedulePollTask(() -> {
            for (int i = 0; i < definitions.size(); i++) {
                log.addRecord(record(i, definitions.get(i)));
            }
        });
        CompletableFuture<Workspace> told = new CompletableFuture<>();

        // when
        try (DefinitionFollower follower =
                new DefinitionFollower(log, told::complete, new DefinitionMeters(new SimpleMeterRegistry()))) {
            follower.start();

            // then
            assertThat(told.get(20, TimeUnit.SECONDS).journeys()).hasSize(3);
            assertThat(follower.alive()).isTrue();
        }
    }

    private static ConsumerRecord<String, byte[]> record(long offset, Definition definition) {
        return new ConsumerRecord<>(
                PARTITION.topic(), PARTITION.partition(), offset, definition.key(), ContractJson.write(definition));
    }
}
