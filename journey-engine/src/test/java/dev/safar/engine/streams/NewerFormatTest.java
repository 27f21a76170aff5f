package dev.safar.engine.streams;

import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.UnreadableStateException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** State of a newer version stays as it is, and no event is passed over for it. */
class NewerFormatTest {

    private static final byte NEWER = 2;
    private static final String REFUSAL = "stored state has format 2, this version reads formats up to 1;"
            + " run the version that wrote it, or a newer one";

    @Test
    void anEventOfACustomerOfANewerFormatIsNeitherAppliedNorPutAside() {
        try (var simulation = new JourneySimulation(ShippedWorkspace.compiled())) {
            // given
            simulation.customer("ada").restart();
            simulation.decisions();
            Bytes key = StoreKeys.customer("ada");
            byte[] readable = simulation.store().get(key);
            byte[] newer = newer(readable);
            simulation.store().put(key, newer);

            // then
            assertThatThrownBy(
                            () -> simulation.track("ada", "Product Added", Map.of("cart_id", "c1", "cart_total", 50)))
                    .hasRootCauseInstanceOf(UnreadableStateException.class)
                    .hasRootCauseMessage(REFUSAL);
            assertThat(simulation.store().get(key)).isEqualTo(newer);
            assertThat(simulation.deadLetters()).isEmpty();
            assertThat(simulation.decisions()).isEmpty();
            simulation.store().put(key, readable);
        }
    }

    @Test
    void aTimerOfACustomerOfANewerFormatStaysInTheIndex() {
        try (var simulation = new JourneySimulation(ShippedWorkspace.compiled())) {
            // given
            simulation
                    .customer("ada")
                    .track("ada", "Product Added", Map.of("cart_id", "c1", "cart_total", 50))
                    .restart();
            simulation.decisions();
            Bytes key = StoreKeys.customer("ada");
            byte[] readable = simulation.store().get(key);
            byte[] newer = newer(readable);
            simulation.store().put(key, newer);
            Bytes timer = StoreKeys.timer(
                    JourneySimulation.T0.plus(Duration.ofHours(1)).toEpochMilli(), "ada");

            // then
            assertThatThrownBy(() -> simulation.pass(Duration.ofHours(1)))
                    .hasRootCauseInstanceOf(UnreadableStateException.class)
                    .hasRootCauseMessage(REFUSAL);
            assertThat(simulation.store().get(key)).isEqualTo(newer);
            assertThat(simulation.store().get(timer)).isNotNull();
            assertThat(simulation.messages()).isEmpty();
            simulation.store().put(key, readable);
        }
    }

    private static byte[] newer(byte[] stored) {
        byte[] newer = stored.clone();
        newer[0] = NEWER;
        return newer;
    }
}
