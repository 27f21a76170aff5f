package dev.safar.engine.definition;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DefinitionPublisherTest {

    private static final WorkspaceFiles PUBLISHED = files("1h");
    private static final WorkspaceFiles EDITED = files("2h");
    private static final Workspace COMPILED = ShippedWorkspace.compile(PUBLISHED);

    @Test
    void whateverAPublisherThatIsKilledHasWrittenTheWorkspaceBeforeStays() {
        int records = Definitions.of(EDITED, ShippedWorkspace.compile(EDITED)).size();
        for (int written = 0; written < records; written++) {
            // given
            DefinitionShelf shelf = new DefinitionShelf();
            publish(
                    PUBLISHED,
                    new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()),
                    shelf);
            WorkspaceChoice choice = new WorkspaceChoice(shelf, new DefinitionMeters(new SimpleMeterRegistry()));
            Workspace before = choice.next().orElseThrow();
            Dying dying = new Dying(written);

            // when
            assertThatThrownBy(() -> publish(EDITED, dying, shelf)).isInstanceOf(KafkaException.class);
            read(dying, shelf);

            // then
            assertThat(dying.history()).hasSize(written);
            assertThat(choice.next()).isEmpty();
            assertThat(before.version()).isEqualTo(COMPILED.version());
        }
    }

    @Test
    void theRecordThatMakesItCurrentWaitsForTheOthers() throws InterruptedException {
        // given
        int records = Definitions.of(PUBLISHED, COMPILED).size();
        CountDownLatch others = new CountDownLatch(records - 1);
        var unanswered = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                Future<RecordMetadata> sent = super.send(record);
                others.countDown();
                return sent;
            }
        };
        DefinitionPublisher publisher = new DefinitionPublisher(unanswered);

        // when
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publisher.publish(PUBLISHED, COMPILED));
        boolean allSent = others.await(20, TimeUnit.SECONDS);
        unanswered.errorNext(new KafkaException("not taken"));

        // then
        assertThat(allSent).isTrue();
        assertThat(publishing).failsWithin(Duration.ofSeconds(20));
        assertThat(unanswered.history()).hasSize(records - 1);
    }

    @Test
    void segmentsArePublishedWithTheWorkspace() {
        // given
        Map<String, String> texts = new HashMap<>(PUBLISHED.texts());
        texts.put("segments/lapsed.yaml", "segment: lapsed\nwhere: customer.count('Order Completed') > 0\n");
        WorkspaceFiles files = new WorkspaceFiles(texts);
        DefinitionShelf shelf = new DefinitionShelf();

        // when
        publish(files, new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()), shelf);

        // then
        Optional<Workspace> read = new WorkspaceChoice(shelf, new DefinitionMeters(new SimpleMeterRegistry())).next();
        assertThat(read.orElseThrow().version())
                .isEqualTo(ShippedWorkspace.compile(files).version());
    }

    private static void publish(WorkspaceFiles files, MockProducer<String, byte[]> producer, DefinitionShelf shelf) {
        new DefinitionPublisher(producer).publish(files, ShippedWorkspace.compile(files));
        read(producer, shelf);
    }

    private static void read(MockProducer<String, byte[]> producer, DefinitionShelf shelf) {
        producer.history().forEach(record -> shelf.put(ContractJson.read(record.value(), Definition.class)));
    }

    private static WorkspaceFiles files(String wait) {
        String steps = "owner: a@b.example\nstart: { on: Product Added }\nsteps:\n  - wait: " + wait + "\n";
        return new WorkspaceFiles(Map.of(
                "workspace.yaml", "zone: UTC\n",
                "one.yaml", "journey: one\n" + steps,
                "two.yaml", "journey: two\n" + steps));
    }

    /** A producer whose process ends after so many records. */
    private static final class Dying extends MockProducer<String, byte[]> {

        private int left;

        Dying(int records) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.left = records;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            if (left == 0) {
                throw new KafkaException("killed");
            }
            left--;
            return super.send(record);
        }
    }
}
