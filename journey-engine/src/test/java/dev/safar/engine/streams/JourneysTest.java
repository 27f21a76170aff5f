package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.state.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The three journeys through the real topology. */
class JourneysTest {

    private static final Workspace WORKSPACE = ShippedWorkspace.compiled();
    private static final Map<String, Object> CART = Map.of("cart_id", "c1", "cart_total", 50);
    private static final Map<String, Object> ORDER = Map.of("order_id", "o1", "total", 50);

    private final JourneySimulation simulation = new JourneySimulation(WORKSPACE);

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void remindsOfAnAbandonedCartThreeTimes() {
        // when
        simulation.customer("ada").track("ada", "Product Added", CART).pass(Duration.ofDays(30));

        // then
        assertThat(simulation.messages())
                .containsExactly(
                        "1h ada email cart-reminder", "24h ada email cart-offer", "72h ada sms cart-last-chance");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 59, 60, 61, 1439, 1440, 1441, 4319, 4320, 4321})
    void saysNothingMoreOfTheCartAfterAnOrder(int minutes) {
        // given
        simulation.customer("ada").track("ada", "Product Added", CART).pass(Duration.ofMinutes(minutes));
        simulation.messages();

        // when
        simulation.track("ada", "Order Completed", ORDER).pass(Duration.ofDays(2));

        // then
        assertThat(simulation.messages()).noneMatch(message -> message.contains("cart-"));
    }

    @Test
    void followsUpOnAPurchaseAndWinsBackAfterASilence() {
        // when
        simulation.customer("ada").track("ada", "Order Completed", ORDER).pass(Duration.ofDays(60));

        // then
        assertThat(simulation.messages())
                .containsExactly(
                        "3h ada email thank-you",
                        "168h ada sms survey",
                        "240h ada sms survey-reminder",
                        "336h ada email complements",
                        "720h ada email come-back",
                        "1080h ada email miss-you",
                        "1248h ada sms miss-you-sms");
    }

    @Test
    void anOrderThatEndsWinBackStartsPostPurchaseOnce() {
        // given
        simulation.customer("ada").track("ada", "Order Completed", ORDER).pass(Duration.ofDays(47));
        simulation.messages();
        simulation.decisions();

        // when
        simulation.track("ada", "Order Completed", Map.of("order_id", "o2", "total", 20));
        simulation.pass(Duration.ofDays(5));

        // then
        assertThat(simulation.decisions().stream()
                        .filter(decision -> List.of("entered", "finished").contains(decision.type()))
                        .map(decision -> decision.type() + " " + decision.journey()))
                .containsExactly("finished win-back", "entered post-purchase");
        assertThat(simulation.messages()).containsExactly("1131h ada email thank-you");
    }

    @Test
    void whatEnteredWaitsOrHasFinished() {
        // given
        Random random = new Random(7);
        for (int customer = 0; customer < 20; customer++) {
            simulation.customer("c" + customer);
        }

        for (int round = 0; round < 40; round++) {
            // when
            for (int i = 0; i < 10; i++) {
                somethingHappens(random);
            }
            simulation.pass(Duration.ofHours(random.nextInt(72)));

            // then
            assertThat(waiting(simulation.tally()))
                    .isEqualTo(simulation.census().running());
        }
        assertThat(simulation.tally().of(new JourneyId("abandoned-cart")).entered())
                .isPositive();
        assertThat(simulation.deadLetters()).isEmpty();
    }

    private void somethingHappens(Random random) {
        String customer = "c" + random.nextInt(20);
        String id = "i" + random.nextInt(5);
        switch (random.nextInt(5)) {
            case 0, 1 ->
                simulation.track(
                        customer, "Product Added", Map.of("cart_id", id, "cart_total", 10 + random.nextInt(40)));
            case 2 -> simulation.track(customer, "Cart Emptied", Map.of("cart_id", id));
            case 3 -> simulation.track(customer, "Survey Answered", Map.of("order_id", id));
            default -> simulation.track(customer, "Order Completed", Map.of("order_id", id, "total", 30));
        }
    }

    private static Map<JourneyId, Long> waiting(Tally tally) {
        return tally.journeys().entrySet().stream()
                .filter(entry -> entry.getValue().waiting() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().waiting()));
    }
}
