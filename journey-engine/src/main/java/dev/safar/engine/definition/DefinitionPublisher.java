package dev.safar.engine.definition;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Topics;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes a workspace the current one, for the engine and for channel-dispatch. The topic has to be there. */
public final class DefinitionPublisher implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 30;

    private final Producer<String, byte[]> producer;

    public DefinitionPublisher(String bootstrapServers) {
        this(new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "safar-definitions",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // One that overtakes another in a topic that is only just there keeps it out for good.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    DefinitionPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Publishes a workspace that compiles; returns when the broker has all of it. Whoever follows sees all of it or nothing: the record
     * that makes it current is written when the broker has the others.
     *
     * @param compiled what these files compile to
     * @throws IllegalStateException if the broker does not take it
     */
    public void publish(WorkspaceFiles files, Workspace compiled) {
        List<Definition> definitions = Definitions.of(files, compiled);
        int last = definitions.size() - 1;
        definitions.subList(0, last).stream().map(this::write).toList().forEach(DefinitionPublisher::await);
        await(write(definitions.get(last)));
    }

    private Future<?> write(Definition definition) {
        return producer.send(
                new ProducerRecord<>(Topics.DEFINITIONS, definition.key(), ContractJson.write(definition)));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(TIMEOUT_SECONDS));
    }

    private static void await(Future<?> written) {
        try {
            written.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the workspace was published", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the workspace can't be published", e);
        }
    }
}
