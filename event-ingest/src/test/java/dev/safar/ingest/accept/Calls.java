package dev.safar.ingest.accept;

import dev.safar.contracts.CustomerEvent;
import dev.safar.ingest.accept.Acceptance.Refused;
import dev.safar.ingest.accept.Acceptance.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Shortcuts for tests of {@link EventAcceptor}: a known key, a fixed time. */
final class Calls {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final EventAcceptor ACCEPTOR = new EventAcceptor(new WriteKeys(List.of("shop@key")));

    private Calls() {}

    static Acceptance send(String route, String json) {
        return ACCEPTOR.accept(request(route), json.getBytes(StandardCharsets.UTF_8));
    }

    static Request request(String route) {
        return new Request(Route.of(route).orElseThrow(), Optional.of("key"), Optional.empty(), NOW);
    }

    /** The event of a call without problems. */
    static CustomerEvent event(String route, String json) {
        Taken taken = taken(send(route, json));
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.events()).hasSize(1);
        return taken.events().get(0);
    }

    static List<EventProblem> problems(String route, String json) {
        return taken(send(route, json)).problems();
    }

    static Taken taken(Acceptance acceptance) {
        return acceptance.fold(taken -> taken, refused -> {
            throw new AssertionError("refused: " + refused);
        });
    }

    static Refused refused(Acceptance acceptance) {
        return acceptance.fold(
                taken -> {
                    throw new AssertionError("taken: " + taken);
                },
                refused -> refused);
    }
}
