package dev.safar.standalone.cli;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PublishCommandIT {

    private static final String SHIPPED = "../journeys";

    @TempDir
    Path directory;

    @Test
    void publishesTheShippedWorkspaceWithTheWorkspaceItselfLast() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, Endpoint.free())) {
            // given
            kafka.createTopics(TopicSpec.all(1));

            // when
            StringWriter out = new StringWriter();
            int exit = SafarCommand.commandLine()
                    .setOut(new PrintWriter(out, true))
                    .execute("publish", SHIPPED, "--bootstrap-servers", kafka.bootstrapServers());

            // then
            assertThat(exit).isZero();
            assertThat(out.toString().strip()).isEqualTo(SHIPPED + " is published to " + kafka.bootstrapServers());
            List<Definition> published = published(kafka);
            Definition last = published.get(published.size() - 1);
            assertThat(last.kind()).isEqualTo(Definition.KIND_WORKSPACE);
            assertThat(last.journeys().keySet())
                    .containsExactlyInAnyOrder("abandoned-cart", "post-purchase", "win-back");
            assertThat(published)
                    .hasSize(1 + last.journeys().size() + last.templates().size());
        }
    }

    @Test
    void waitsForTheEngineToCreateTheTopic() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, Endpoint.free())) {
            // given
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> SafarCommand.commandLine()
                    .setOut(new PrintWriter(new StringWriter()))
                    .execute("publish", SHIPPED, "--bootstrap-servers", kafka.bootstrapServers()));

            // when
            kafka.createTopics(TopicSpec.all(1));

            // then
            assertThat(exit).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(ExitCode.OK);
        }
    }

    private static List<Definition> published(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        TopicPartition definitions = new TopicPartition(Topics.DEFINITIONS, 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(definitions));
            consumer.seekToBeginning(List.of(definitions));
            long end = consumer.endOffsets(List.of(definitions)).get(definitions);
            List<Definition> read = new ArrayList<>();
            while (consumer.position(definitions) < end) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> read.add(ContractJson.read(record.value(), Definition.class)));
            }
            return read;
        }
    }
}
