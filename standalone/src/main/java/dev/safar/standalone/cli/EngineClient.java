package dev.safar.standalone.cli;

import dev.safar.contracts.ContractJson;
import dev.safar.engine.plan.Running;
import dev.safar.engine.query.DefinitionsView;
import dev.safar.engine.query.JourneyView;
import dev.safar.engine.query.JourneyView.StepView;
import dev.safar.standalone.app.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the instances of a running engine what they decide by and where runs wait. */
final class EngineClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final List<URI> engines;

    EngineClient(List<URI> engines) {
        this.engines = List.copyOf(engines);
    }

    /**
     * The system as all instances together show it.
     *
     * @throws StartFailure if one does not answer, or they do not decide by the same workspace
     */
    Running running() {
        DefinitionsView first = definitions(engines.get(0));
        for (URI engine : engines) {
            if (!definitions(engine)
                    .workspace()
                    .version()
                    .equals(first.workspace().version())) {
                throw new StartFailure("the engines do not decide by the same workspace yet; try again in a moment");
            }
        }
        Map<String, JourneyView> journeys = new TreeMap<>();
        for (URI engine : engines) {
            for (JourneyView view : get(engine, "journeys", JourneyView[].class)) {
                journeys.merge(view.journey(), view, EngineClient::sum);
            }
        }
        return new Running(first.workspace(), List.copyOf(journeys.values()));
    }

    /** The brokers of the engine, as it reaches them itself. */
    String bootstrapServers() {
        return definitions(engines.get(0)).bootstrapServers();
    }

    /** Whether all instances decide by this version of the workspace. */
    boolean decideBy(String version) {
        return engines.stream()
                .allMatch(engine -> definitions(engine).workspace().version().equals(version));
    }

    private DefinitionsView definitions(URI engine) {
        return get(engine, "definitions/current", DefinitionsView.class);
    }

    private <T> T get(URI engine, String path, Class<T> type) {
        URI address = URI.create(engine.toString().replaceAll("/+$", "") + "/" + path);
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new StartFailure(address + " answers with " + answer.statusCode() + "; is that the engine?");
            }
            return ContractJson.read(answer.body(), type);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new StartFailure("no engine answers at " + address + "; say where with --engine", e);
        }
    }

    private static JourneyView sum(JourneyView one, JourneyView other) {
        Map<String, Long> finished = new TreeMap<>(one.finished());
        other.finished().forEach((reason, count) -> finished.merge(reason, count, Long::sum));
        Map<List<String>, Long> waiting = new TreeMap<>(Comparator.comparing(List::toString));
        for (JourneyView view : Arrays.asList(one, other)) {
            view.steps()
                    .forEach(step -> waiting.merge(List.of(step.version(), step.step()), step.waiting(), Long::sum));
        }
        List<StepView> steps = new ArrayList<>();
        waiting.forEach((place, count) -> steps.add(new StepView(place.get(0), place.get(1), count)));
        return new JourneyView(
                one.journey(), one.entered() + other.entered(), one.waiting() + other.waiting(), finished, steps);
    }
}
