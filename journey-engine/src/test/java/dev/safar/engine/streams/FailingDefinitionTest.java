package dev.safar.engine.streams;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a journey says can't be done with some customers' data: they take the documented way, and nobody else notices. */
class FailingDefinitionTest {

    @Test
    void aConditionThatCannotBeWorkedOutDoesNotHoldForThatCustomerOnly() {
        try (var simulation = new JourneySimulation(
                Journeys.cart(
                        """
                steps:
                  - if: run.start.total / run.start.items > 10
                    then: [ { stop: dear } ]
                  - { stop: cheap }
                """))) {
            // when
            simulation
                    .track("ada", "Product Added", cart(100, 2))
                    .track("by-zero", "Product Added", cart(100, 0))
                    .track("text", "Product Added", cart("much", 2))
                    .track("list", "Product Added", cart(List.of(1), Map.of("a", 1)))
                    .track("overflow", "Product Added", cart(Long.MIN_VALUE, -1))
                    .track("absent", "Product Added", Map.of("cart_id", "c1"))
                    .track("eve", "Product Added", cart(100, 2));

            // then
            assertThat(Journeys.endings(simulation))
                    .containsExactly(
                            "ada dear",
                            "by-zero cheap",
                            "text cheap",
                            "list cheap",
                            "overflow cheap",
                            "absent cheap",
                            "eve dear");
            assertThat(simulation.deadLetters()).isEmpty();
        }
    }

    @Test
    void aValueThatCannotBeWorkedOutIsNotSetAndTheRunGoesOn() {
        try (var simulation = new JourneySimulation(
                Journeys.cart(
                        """
                steps:
                  - set: { customer.points: { add: int(run.start.total) / run.start.items } }
                  - wait: 1h
                  - { stop: done }
                """))) {
            // when
            simulation
                    .track("ada", "Product Added", cart(100, 2))
                    .track("by-zero", "Product Added", cart(100, 0))
                    .track("text", "Product Added", cart("much", 2))
                    .pass(Duration.ofHours(1));

            // then
            assertThat(Journeys.endings(simulation)).containsExactlyInAnyOrder("ada done", "by-zero done", "text done");
            assertThat(List.of(points(simulation, "ada"), points(simulation, "by-zero"), points(simulation, "text")))
                    .containsExactly(Optional.of(50L), Optional.empty(), Optional.empty());
            assertThat(simulation.deadLetters()).isEmpty();
        }
    }

    @Test
    void aTimerThatCannotBeFiredIsTriedAgainAnHourLaterAndKeepsNobodyElseWaiting() {
        try (var simulation = new JourneySimulation(
                Journeys.cart(
                        """
                steps:
                  - wait: 1h
                  - set: { customer.copy: { value: customer.name } }
                  - if: customer.note == "short"
                    then: [ { stop: roomy } ]
                  - { stop: done }
                """))) {
            // given: ada's record has no room for the copy
            simulation
                    .identify("ada", Map.of("name", "n".repeat(15_000), "note", "x".repeat(880_000)))
                    .track("ada", "Product Added", cart(100, 2))
                    .track("eve", "Product Added", cart(100, 2));

            // when
            simulation.pass(Duration.ofHours(1));

            // then
            assertThat(Journeys.endings(simulation)).containsExactly("eve done");
            assertThat(simulation.deadLetters()).hasSize(1).allMatch(letter -> letter.reason()
                    .contains("over the limit"));
            assertThat(simulation.nextDue()).contains(simulation.now().plus(Duration.ofHours(1)));

            // when: there is room again
            simulation.identify("ada", Map.of("note", "short")).pass(Duration.ofHours(1));

            // then
            assertThat(Journeys.endings(simulation)).containsExactly("ada roomy");
        }
    }

    private static Optional<Object> points(JourneySimulation simulation, String customer) {
        return Optional.ofNullable(
                simulation.stored(customer).orElseThrow().attributes().get("points"));
    }

    private static Map<String, Object> cart(Object total, Object items) {
        return Map.of("cart_id", "c1", "total", total, "items", items);
    }
}
