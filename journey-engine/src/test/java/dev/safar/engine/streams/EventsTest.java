package dev.safar.engine.streams;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Headers;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Retraction;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.state.UnreadableStateException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What comes late, twice, in the wrong order or in no shape at all. */
class EventsTest {

    private static final Workspace WORKSPACE = ShippedWorkspace.compiled();
    private static final Map<String, Object> CART = Map.of("cart_id", "c1", "cart_total", 50);
    private static final Map<String, Object> ORDER = Map.of("order_id", "o1", "total", 50);
    private static final Instant T0 = JourneySimulation.T0;

    private final JourneySimulation simulation = new JourneySimulation(WORKSPACE);

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void anOrderThatArrivesBeforeTheCartKeepsTheCartFromStarting() {
        // given
        simulation.customer("ada").passUnnoticed(Duration.ofMinutes(40));

        // when
        simulation
                .track("ada", "Order Completed", T0.plus(Duration.ofMinutes(30)), ORDER)
                .track("ada", "Product Added", T0, CART)
                .pass(Duration.ofDays(4));

        // then
        assertThat(simulation.messages()).noneMatch(message -> message.contains("cart-"));
        assertThat(simulation.decisions())
                .extracting(DecisionRecord::type, DecisionRecord::journey, DecisionRecord::reason)
                .contains(tuple("not-entered", "abandoned-cart", "stopped-before-start"));
    }

    @Test
    void aCustomerWhoCannotBeReadStopsTheTaskInsteadOfLosingEvents() {
        // given
        simulation.store("bob", new byte[] {99});

        // when
        ThrowingCallable order = () -> simulation.track("bob", "Order Completed", ORDER);

        // then
        assertThatThrownBy(order).hasRootCauseInstanceOf(UnreadableStateException.class);
        assertThat(simulation.deadLetters()).isEmpty();
        simulation.store("bob", null);
    }

    @Test
    void aRepeatedEventChangesNothing() {
        // given
        simulation.customer("ada");
        var call = new CustomerEvent(
                "track", "Order Completed", "ada", "ada", null, "same", T0, T0, ORDER, null, null, "test", false);

        // when
        simulation.publish(call).publish(call).pass(Duration.ofHours(4));

        // then
        assertThat(simulation.messages()).containsExactly("3h ada email thank-you");
        assertThat(simulation.decisions())
                .filteredOn(decision -> decision.type().equals("ignored"))
                .extracting(DecisionRecord::reason)
                .containsExactly("duplicate");
    }

    @Test
    void aCartThatArrivesLateIsRemindedOfAsSoonAsTimeAllows() {
        // given
        simulation.customer("ada").pass(Duration.ofHours(2));

        // when
        simulation
                .track("ada", "Product Added", T0.plus(Duration.ofMinutes(90)), CART)
                .pass(Duration.ofHours(1));

        // then
        assertThat(simulation.commands())
                .extracting(MessageCommand::dueAt, MessageCommand::requestedAt)
                .containsExactly(tuple(T0.plus(Duration.ofMinutes(150)), T0.plus(Duration.ofMinutes(150))));
    }

    @Test
    void anEventThatNoJourneyNoticesTouchesNothing() {
        // when
        simulation.track("ada", "Product Viewed", Map.of("product_id", "p1"));

        // then
        assertThat(simulation.stored("ada")).isEmpty();
        assertThat(simulation.count("safar.events")).isEqualTo(1);
    }

    @Test
    void onlyObservedFieldsAreKept() {
        // when
        simulation.track("ada", "Product Added", Map.of("cart_id", "c1", "cart_total", 50, "note", "secret"));

        // then
        assertThat(simulation.stored("ada").orElseThrow().toString())
                .contains("c1")
                .doesNotContain("secret");
    }

    @Test
    void whatIsNoEventIsPutAsideAndTheNextGoesOn() {
        // given
        byte[] garbage = "{\"type\":".getBytes(StandardCharsets.UTF_8);
        byte[] timeless =
                "{\"type\":\"track\",\"event\":\"Product Added\",\"messageId\":\"m\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(Headers.TYPE, "track", Headers.EVENT, "Product Added");
        simulation.customer("ada");

        // when
        simulation.raw("ada", garbage, headers).raw("ada", timeless, headers);
        simulation.track("ada", "Product Added", CART).pass(Duration.ofHours(1));

        // then
        assertThat(simulation.deadLetters())
                .containsExactly(
                        new DeadLetter("events", 0, 1, "ada", "not the JSON of a CustomerEvent", T0, base64(garbage)),
                        new DeadLetter("events", 0, 2, "ada", "an event without 'receivedAt'", T0, base64(timeless)));
        assertThat(simulation.count("safar.dead.letters")).isEqualTo(2);
        assertThat(simulation.messages()).containsExactly("1h ada email cart-reminder");
    }

    @Test
    void aMessageThatIsQueuedIsRetractedByAnOrder() {
        // given
        simulation.customer("ada").track("ada", "Product Added", CART).pass(Duration.ofHours(1));
        MessageCommand reminder = simulation.commands().get(0);

        // when
        simulation.track("ada", "Order Completed", ORDER);

        // then
        assertThat(simulation.retractions())
                .extracting(Retraction::messageId, Retraction::channel)
                .containsExactly(tuple(reminder.messageId(), "email"));
    }

    @Test
    void theLedgerKnowsNoAddresses() {
        // when
        simulation.customer("ada").track("ada", "Product Added", CART).pass(Duration.ofDays(4));

        // then
        List<DecisionRecord> decisions = simulation.decisions();
        assertThat(decisions)
                .extracting(DecisionRecord::type)
                .contains("entered", "waiting", "offered", "send", "finished");
        assertThat(decisions.toString()).doesNotContain("ada@example.com").doesNotContain("+98912");
    }

    @Test
    void aMessageNamesTheTickThatFiredIt() {
        // when
        simulation.customer("ada").track("ada", "Product Added", CART).pass(Duration.ofHours(1));

        // then
        assertThat(simulation.commands())
                .extracting(MessageCommand::tickPartition, MessageCommand::tickOffset)
                .containsExactly(tuple(0, 2L));
    }

    private static String base64(byte[] value) {
        return Base64.getEncoder().encodeToString(value);
    }
}
