package dev.safar.engine.streams;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What begins behind a tick waits for the next one, also while that tick is still being worked off. */
class BehindTheTickTest {

    private static final Instant T0 = JourneySimulation.T0;
    private static final EngineLimits ONE_AT_A_TIME =
            new EngineLimits(1_000, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(1), 1);

    private final AtomicReference<Workspace> workspace = new AtomicReference<>(ShippedWorkspace.compiled());

    @Test
    void aLateCartDoesNotGoAlongWithATimerThatIsStillInTheQueue() {
        try (var simulation = new JourneySimulation(workspace::get, ONE_AT_A_TIME, T0)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", cart("c1"));
            simulation.customer("bob").track("bob", "Product Added", cart("c2"));
            simulation.passUnnoticed(Duration.ofHours(1)).tick(simulation.now());

            // when
            simulation
                    .track("bob", "Product Added", T0.minus(Duration.ofHours(1)), cart("c3"))
                    .punctuate();
            simulation
                    .track("bob", "Order Completed", Map.of("order_id", "o1", "total", 50))
                    .passUnnoticed(Duration.ofSeconds(1))
                    .tick(simulation.now());

            // then
            assertThat(simulation.messages()).containsExactly("1h ada email cart-reminder");
        }
    }

    @Test
    void aLateCartDoesNotGoAlongWithASweep() {
        try (var simulation = new JourneySimulation(workspace::get, JourneySimulation.UNHURRIED, T0)) {
            // given
            simulation.customer("bob").passUnnoticed(Duration.ofHours(3)).tick(simulation.now());
            simulation.track("bob", "Product Added", T0, cart("c1"));

            // when
            workspace.set(edited());
            simulation.punctuate();

            // then
            assertThat(simulation.messages()).isEmpty();

            // and when
            simulation.passUnnoticed(Duration.ofSeconds(1)).tick(simulation.now());

            // then
            assertThat(simulation.messages()).containsExactly("PT3H1S bob email cart-reminder");
            assertThat(simulation.stored("bob").orElseThrow().arranged())
                    .isEqualTo(workspace.get().version());
        }
    }

    private static Map<String, Object> cart(String id) {
        return Map.of("cart_id", id, "cart_total", 50);
    }

    private static Workspace edited() {
        Map<String, String> texts = new HashMap<>(ShippedWorkspace.files().texts());
        texts.merge("workspace.yaml", "# edited\n", String::concat);
        return ShippedWorkspace.compile(new WorkspaceFiles(texts));
    }
}
