package dev.safar.engine.streams;

import dev.safar.contracts.CustomerEvent;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.state.Applied;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each customer's record says which positions of the log the customer has been through. */
class AppliedEventsTest {

    private static final Workspace WORKSPACE = ShippedWorkspace.compiled();
    private static final Map<String, Object> CART = Map.of("cart_id", "c1", "cart_total", 50);

    private final JourneySimulation simulation = new JourneySimulation(WORKSPACE);

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void holdsTheirOwnObservedEventsAndNoTicks() {
        // when
        simulation.customer("ada").tick(simulation.now()).customer("bob").track("ada", "Product Viewed", Map.of());
        simulation.track("ada", "Product Added", CART).pass(Duration.ofHours(2));

        // then
        assertThat(simulation.applied("ada")).isEqualTo(Applied.NOTHING.and(0).and(4));
        assertThat(simulation.applied("bob")).isEqualTo(Applied.NOTHING.and(2));
    }

    @Test
    void holdsARepeatedEventToo() {
        // given
        var call = new CustomerEvent(
                "track",
                "Product Added",
                "ada",
                "ada",
                null,
                "same",
                simulation.now(),
                simulation.now(),
                CART,
                null,
                null,
                "test",
                false);

        // when
        simulation.publish(call).publish(call);

        // then
        assertThat(simulation.applied("ada")).isEqualTo(Applied.NOTHING.and(0).and(1));
    }

    @Test
    void doesNotHoldWhatWasPutAside() {
        // when
        simulation
                .customer("ada")
                .raw("ada", "{".getBytes(StandardCharsets.UTF_8), Map.of("type", "identify"))
                .customer("ada");

        // then
        assertThat(simulation.applied("ada")).isEqualTo(Applied.NOTHING.and(0).and(2));
    }
}
