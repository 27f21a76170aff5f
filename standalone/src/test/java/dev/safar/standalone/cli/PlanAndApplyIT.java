package dev.safar.standalone.cli;

import com.sun.net.httpserver.HttpServer;
import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.engine.query.DefinitionsView;
import dev.safar.engine.query.JourneyView;
import dev.safar.engine.query.JourneyView.StepView;
import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.JourneyStreams;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A live journey is edited on a real broker, while the engine runs. */
class PlanAndApplyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String BEFORE = "steps:\n  - { id: nap, wait: 9d }\n";
    private static final String AFTER = "steps:\n  - { id: doze, wait: 8d }\n";
    private static final int CUSTOMERS = 5;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka kafka;
    private JourneyStreams engine;
    private HttpServer http;

    @BeforeEach
    void customersAreUnderWay() throws IOException {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), Endpoint.free());
        kafka.createTopics(TopicSpec.all(2));
        assertThat(run("publish", folder("before", BEFORE), "--bootstrap-servers", kafka.bootstrapServers()))
                .isZero();
        engine = new JourneyStreams(
                EngineSettings.local(kafka.bootstrapServers(), directory.resolve("state")),
                InstantSource.system(),
                new SimpleMeterRegistry());
        engine.start();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                "/definitions/current",
                () -> new DefinitionsView(engine.published(), engine.bootstrapServers(), engine.sweeps()));
        answer("/journeys", this::journeys);
        http.start();
        fillCarts();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).containsExactly("nap 5"));
    }

    @AfterEach
    void stop() {
        http.stop(0);
        engine.close();
        kafka.close();
    }

    @Test
    void aChangeIsPlannedRefusedAppliedAndTakenBackWithoutARestart() {
        // runs stay on their version
        String pinned = folder("pinned", AFTER);
        assertThat(run("plan", pinned, "--engine", url())).isZero();
        assertThat(out.toString())
                .contains("nap         5  go on on their version")
                .contains("touches 0 runs of 5");

        // a step that is gone without a word
        String lost = folder("lost", "migrate: {}\n" + AFTER);
        assertThat(run("apply", lost, "--engine", url())).isEqualTo(ExitCode.PROBLEMS);
        assertThat(err.toString()).contains("refused: cart: 5 wait at step 'nap' of version ");

        // more than the limits allow
        String mapped = folder("mapped", "migrate: { steps: { nap: doze } }\n" + AFTER);
        assertThat(run("apply", mapped, "--engine", url())).isEqualTo(ExitCode.PROBLEMS);
        assertThat(err.toString()).contains("refused: it touches more runs than workspace.yaml allows");
        assertThat(waiting()).containsExactly("nap 5");

        // all the same
        assertThat(run("apply", mapped, "--engine", url(), "--beyond-limits")).isZero();
        assertThat(out.toString()).contains("come over to doze").contains("applied: the engine decides by ");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).containsExactly("doze 5"));

        // and back
        assertThat(run("apply", directory.resolve("before").toString(), "--engine", url()))
                .isZero();
        assertThat(engine.published().files().get("cart.yaml")).endsWith(BEFORE);
        assertThat(waiting()).containsExactly("doze 5");
        assertThat(engine.tally().journeys().values())
                .allMatch(counts -> counts.entered() == CUSTOMERS && counts.unaccounted() == 0);
    }

    @Test
    void aWorkspaceWithErrorsIsNotApplied() {
        // when
        int exit = run("apply", folder("broken", "steps: [ { wiat: 1h } ]\n"), "--engine", url());

        // then
        assertThat(exit).isEqualTo(ExitCode.PROBLEMS);
        assertThat(err.toString()).contains("cart.yaml:4:12:").contains("[unknown-step-kind]");
        assertThat(engine.published().files().get("cart.yaml")).endsWith(BEFORE);
    }

    @Test
    void programsReadThePlanAsJson() {
        // when
        int exit = run("plan", folder("pinned", AFTER), "--engine", url(), "--format", "json");

        // then
        assertThat(exit).isZero();
        Object plan = ContractJson.read(out.toString().getBytes(StandardCharsets.UTF_8), Map.class);
        assertThat(plan)
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("inFlight", CUSTOMERS)
                .containsEntry("touched", 0)
                .containsEntry("obstacles", List.of());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return SafarCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    private List<String> waiting() {
        return journeys().stream()
                .flatMap(journey -> journey.steps().stream())
                .map((StepView step) -> step.step() + " " + step.waiting())
                .toList();
    }

    private List<JourneyView> journeys() {
        return JourneyView.of(engine.journeys(), engine.tally(), engine.places());
    }

    private void answer(String path, Supplier<Object> answer) {
        http.createContext(path, exchange -> {
            byte[] body = ContractJson.write(answer.get());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private String folder(String name, String rest) {
        Path folder = directory.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("workspace.yaml"), "zone: UTC\napply: { max_customers: 2 }\n");
            Files.writeString(
                    folder.resolve("cart.yaml"),
                    "journey: cart\nstart: { on: Product Added }\nstop: [ { on: Order Completed } ]\n" + rest);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return folder.toString();
    }

    private void fillCarts() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < CUSTOMERS; i++) {
                String id = "customer-" + i;
                Instant now = InstantSource.system().instant();
                var event = new CustomerEvent(
                        "track", "Product Added", id, id, null, "m" + i, now, now, Map.of(), null, null, "test", false);
                var record = new ProducerRecord<>(Topics.EVENTS, id, ContractJson.write(event));
                record.headers().add(Headers.TYPE, "track".getBytes(StandardCharsets.UTF_8));
                record.headers().add(Headers.EVENT, "Product Added".getBytes(StandardCharsets.UTF_8));
                var unused = producer.send(record); // closing waits for it
            }
        }
    }
}
