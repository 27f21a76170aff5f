package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.query.JourneyView;
import dev.safar.engine.query.JourneyView.StepView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How many runs wait at which step; that the counts agree with a census is checked after every simulation. */
class PlacesTest {

    private static final Workspace WORKSPACE = ShippedWorkspace.compiled();
    private static final JourneyId CART = new JourneyId("abandoned-cart");

    @Test
    void runsAreCountedWhereTheyWait() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", cart("c1"));
            simulation.pass(Duration.ofHours(2));

            // when
            simulation.track("ada", "Product Added", cart("c2"));
            simulation.customer("bob").track("bob", "Product Added", cart("c3"));

            // then
            String version = current(CART).version();
            assertThat(view(simulation)).isEqualTo(new JourneyView("abandoned-cart", 3, 3, Map.of(), steps(version)));

            // and when
            simulation.pass(Duration.ofDays(5));

            // then
            assertThat(view(simulation).steps()).isEmpty();
        }
    }

    @Test
    void countsAreThereAgainAfterARestart() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", cart("c1"));
            simulation.pass(Duration.ofHours(2));
            simulation.customer("bob").track("bob", "Product Added", cart("c2"));
            JourneyView before = view(simulation);

            // when
            simulation.restart();

            // then
            assertThat(view(simulation)).isEqualTo(before);
        }
    }

    private static List<StepView> steps(String version) {
        List<StepId> waits = List.of(stepOf(1), stepOf(2));
        return List.of(
                new StepView(version, waits.get(0).value(), 2),
                new StepView(version, waits.get(1).value(), 1));
    }

    /** The step of that wait, counted from one. */
    private static StepId stepOf(int wait) {
        return new StepId(wait == 1 ? "wait-1h" : "wait-until-start-24h");
    }

    private static JourneyView view(JourneySimulation simulation) {
        return JourneyView.of(List.of(CART), simulation.tally(), simulation.places()).stream()
                .filter(journey -> journey.journey().equals("abandoned-cart"))
                .findFirst()
                .orElseThrow();
    }

    private static JourneyRef current(JourneyId journey) {
        return WORKSPACE.journeys().stream()
                .map(candidate -> candidate.ref())
                .filter(ref -> ref.id().equals(journey))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> cart(String id) {
        return Map.of("cart_id", id, "cart_total", 50);
    }
}
