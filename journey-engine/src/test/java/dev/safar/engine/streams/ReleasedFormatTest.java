package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an earlier version has stored is taken up where it was left: nobody is forgotten, nobody gets anything twice. */
class ReleasedFormatTest {

    @ParameterizedTest
    @ValueSource(ints = 1)
    void customersGoOnWhereTheReleasedFormatLeftThem(int number) throws IOException {
        // given
        var format = new ReleasedFormat(number);
        try (var simulation =
                new JourneySimulation(format.workspace(), JourneySimulation.T0.plus(ReleasedFormat.age()))) {
            simulation.restored(format.records());
            long waiting =
                    simulation.tally().of(new JourneyId("abandoned-cart")).waiting();

            // when
            simulation.track("ada", "Order Completed", ReleasedFormat.order("o-ada"));
            simulation.pass(Duration.ofDays(6));

            // then
            assertThat(waiting).as("carts waiting when it was stored").isEqualTo(2);
            assertThat(simulation.deadLetters()).isEmpty();
            assertThat(simulation.messages())
                    .containsExactly(
                            "966h cyd email thank-you",
                            "PT966H10M ada email thank-you",
                            "984h ben email cart-offer",
                            "1032h ben sms cart-last-chance",
                            "1080h dana email miss-you");
        }
    }
}
