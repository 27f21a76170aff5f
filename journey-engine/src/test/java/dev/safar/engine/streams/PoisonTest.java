package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Tick;
import dev.safar.core.model.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Records that nobody should have written: each is put aside, or does nothing, and everything else goes on. */
class PoisonTest {

    private static final Workspace WORKSPACE = Journeys.cart(
            """
            steps:
              - { id: nap, wait: 1h }
              - if: run.start.basket == 'x'
                then: [ { stop: packed } ]
              - { stop: napped }
            """);

    private static final Instant T0 = JourneySimulation.T0;
    private static final Map<String, String> ADDED = Map.of(Headers.TYPE, "track", Headers.EVENT, "Product Added");
    private static final Map<String, Object> CART = Map.of("cart_id", "c1");

    private final JourneySimulation simulation = new JourneySimulation(WORKSPACE);

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void poisonInTheMiddleOfAHotPartitionIsPutAsideAndTheRestGoesOn() {
        // when
        for (int i = 0; i < 300; i++) {
            simulation.customer("c" + i).track("c" + i, "Product Added", CART);
            if (i % 3 == 0) {
                simulation.raw("c" + i, "no event".getBytes(StandardCharsets.UTF_8), ADDED);
            }
        }
        simulation.pass(Duration.ofHours(1));

        // then
        assertThat(simulation.deadLetters())
                .hasSize(100)
                .extracting(DeadLetter::reason)
                .containsOnly("not the JSON of a CustomerEvent");
        assertThat(Journeys.endings(simulation)).hasSize(300).allMatch(ending -> ending.endsWith(" napped"));
    }

    @Test
    void aTickFromTheFutureFiresNothingBeforeEventsThatStandBehindItInABacklog() {
        // given
        simulation.customer("ada").track("ada", "Product Added", CART);
        simulation.passUnnoticed(Duration.ofHours(2));

        // when
        simulation.tick(T0.plus(Duration.ofDays(365)));
        simulation.track("ada", "Order Completed", T0.plus(Duration.ofMinutes(30)), Map.of());
        simulation.tick(simulation.now());

        // then
        assertThat(Journeys.endings(simulation)).containsExactly("ada stopped: Order Completed");
    }

    @Test
    void aTickThatCannotBeReadIsPutAside() {
        // when
        Map<String, String> headers = Map.of(Headers.TYPE, Headers.TYPE_TICK);
        simulation.raw(Tick.KEY, "soon".getBytes(StandardCharsets.UTF_8), headers);
        simulation.raw(Tick.KEY, "{}".getBytes(StandardCharsets.UTF_8), headers);
        simulation.raw(Tick.KEY, "{\"at\":\"+999999999-12-31T23:59:59Z\"}".getBytes(StandardCharsets.UTF_8), headers);

        // then
        assertThat(simulation.deadLetters())
                .extracting(DeadLetter::offset, DeadLetter::reason)
                .containsExactly(
                        tuple(0L, "not the JSON of a Tick"),
                        tuple(1L, "a tick without a time"),
                        tuple(2L, "'at' lies outside of the years 1970 to 9999"));
    }

    @Test
    void recordsWithoutACustomerAnEventOrReadableTextAreEachPutAside() {
        // given
        byte[] event = event("ada");
        byte[] noText = {(byte) 0xff, (byte) 0xfe, 'a'};

        // when
        simulation.raw(noText, event, ADDED);
        simulation.raw((byte[]) null, event, ADDED);
        simulation.raw("ada", event, Map.of());
        simulation.raw("bob", null, ADDED);
        simulation.raw("bob", new byte[0], ADDED);
        simulation.raw("bob", new byte[] {'{', (byte) 0xff, '}'}, ADDED);
        simulation.raw("", event, ADDED);
        simulation.pass(Duration.ofHours(1));

        // then
        assertThat(simulation.deadLetters())
                .extracting(DeadLetter::offset, DeadLetter::reason)
                .containsExactly(
                        tuple(1L, "an event without a customer"),
                        tuple(3L, "a record without a value"),
                        tuple(4L, "not the JSON of a CustomerEvent"),
                        tuple(5L, "not the JSON of a CustomerEvent"),
                        tuple(6L, "an event without a customer"));
        assertThat(Journeys.endings(simulation)).contains("ada napped").hasSize(2);
    }

    @Test
    void anEventTooLargeForARecordOfStateIsPutAside() {
        // when
        simulation
                .customer("ada")
                .track("ada", "Product Added", Map.of("cart_id", "c0", "basket", "x".repeat(950_000)));
        simulation.track("ada", "Product Added", CART).pass(Duration.ofHours(1));

        // then
        assertThat(simulation.deadLetters()).hasSize(1).allMatch(letter -> letter.reason()
                .contains("over the limit"));
        assertThat(Journeys.endings(simulation)).containsExactly("ada napped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"timestamp\":\"-1000000000-01-01T00:00:00Z\"",
                "\"timestamp\":\"1969-12-31T23:59:59Z\"",
                "\"receivedAt\":\"+1000000000-12-31T23:59:59Z\""
            })
    void anEventOutsideOfAllTimesIsPutAside(String time) {
        // given
        String field = time.substring(0, time.indexOf(':'));
        String event = new String(event("ada"), StandardCharsets.UTF_8);
        byte[] outside = event.replaceFirst(field + ":\"[^\"]*\"", Matcher.quoteReplacement(time))
                .getBytes(StandardCharsets.UTF_8);

        // when
        simulation.customer("ada").raw("ada", outside, ADDED).restart();
        simulation.track("ada", "Product Added", CART).pass(Duration.ofHours(1));

        // then
        assertThat(Journeys.endings(simulation)).contains("ada napped");
        assertThat(simulation.deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly(field.replace("\"", "'") + " lies outside of the years 1970 to 9999");
    }

    @Test
    void aTickFromBeforeAllTimesIsPutAsideAndNothingElseWithIt() {
        // when
        simulation.restart().tick(Instant.MIN);
        simulation.track("ada", "Product Added", CART).pass(Duration.ofHours(1));

        // then
        assertThat(Journeys.endings(simulation)).contains("ada napped");
        assertThat(simulation.deadLetters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200, 400, 900, 5_000})
    void nestedFieldsNeverMakeACustomerUnreadable(int depth) {
        // given
        String nested = "[".repeat(depth) + "]".repeat(depth);
        String event = new String(event("ada"), StandardCharsets.UTF_8);
        byte[] deep = event.replace("\"cart_id\"", "\"basket\":" + nested + ",\"cart_id\"")
                .getBytes(StandardCharsets.UTF_8);

        // when
        simulation.customer("ada").raw("ada", deep, ADDED).restart();
        simulation.track("ada", "Product Added", CART).pass(Duration.ofHours(1));

        // then
        assertThat(Journeys.endings(simulation)).contains("ada napped");
        assertThat(simulation.deadLetters()).hasSize(depth > 256 ? 1 : 0);
    }

    private static byte[] event(String customer) {
        return ContractJson.write(new CustomerEvent(
                "track", "Product Added", customer, customer, null, "m", T0, T0, CART, null, null, "test", false));
    }
}
