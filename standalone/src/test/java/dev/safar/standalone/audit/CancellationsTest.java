package dev.safar.standalone.audit;

import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Topics;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Journey;
import dev.safar.core.runtime.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CancellationsTest {

    private static final Instant T0 = Commands.T0;
    private static final String ORDER = "{ on: Order Completed }";

    private final Horizons horizons = new Horizons();
    private final Verdicts verdicts = new Verdicts(20);

    @Test
    void aMessageWhoseTickCameBeforeTheOrderPasses() {
        // when
        Cancellations check = reminder(ORDER);
        check.event("ada", 8, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict()).isEqualTo(new Verdict(Guarantee.NOT_CANCELLED, 1, 0, List.of(), Map.of(), Map.of()));
    }

    @Test
    void aMessageAfterAnOrderIsFound() {
        // when
        Cancellations check = reminder(ORDER);
        check.event("bob", 5, order(T0.plusSeconds(60)));
        check.event("ada", 6, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict().findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "message m1, messages.email-1@3: 'Order Completed' at events-1@6 ends run run-1, and the tick"
                                + " that set the message off came after it, at 7");
    }

    @Test
    void anOrderOfBeforeTheRunEndsNothing() {
        // when
        Cancellations check = reminder(ORDER);
        check.event("ada", 6, order(T0));
        check.event("ada", 6, order(T0.minusSeconds(1)));
        check.conclude();

        // then
        assertThat(verdict().judged()).isEqualTo(1);
        assertThat(verdict().holds()).isTrue();
    }

    @Test
    void anOrderDuringTheSilenceEndsWhatTheSilenceBegan() {
        // given
        Cancellations check = watched(journey("{ inactive: { no: Order Completed, for: 45d } }", ORDER));

        // when
        check.event("ada", 6, order(T0.minus(Duration.ofDays(40))));
        check.conclude();

        // then
        assertThat(verdict().broken()).isEqualTo(1);
    }

    @Test
    void aConditionOverTheEventAndTheRunsKeyIsJudged() {
        // given
        String emptied = "{ on: Cart Emptied, where: event.cart_id == run.key }";

        // when
        Cancellations other = reminder(emptied);
        other.event("ada", 6, emptied("c2"));
        other.conclude();
        Cancellations same = reminder(emptied);
        same.event("ada", 6, emptied("c1"));
        same.conclude();

        // then
        assertThat(verdict().judged()).isEqualTo(2);
        assertThat(verdict().broken()).isEqualTo(1);
        assertThat(verdict().notJudged()).isEmpty();
    }

    @Test
    void aConditionOverWhatTheLogsDoNotTellIsNot() {
        // when
        Cancellations attributes = reminder("{ on: Cart Emptied, where: customer.vip == true }");
        attributes.event("ada", 6, emptied("c1"));
        attributes.conclude();
        Cancellations start = reminder("{ on: Cart Emptied, where: event.cart_id == run.start.cart_id }");
        start.event("ada", 6, emptied("c1"));
        start.conclude();

        // then
        assertThat(verdict().judged()).isZero();
        assertThat(verdict().notJudged())
                .isEqualTo(Map.of("messages whose stop rule asks for more than the logs tell", 2L));
    }

    @Test
    void anOrderThatCameTwiceWasAppliedTheFirstTime() {
        // when
        Cancellations check = reminder(ORDER);
        check.decision(ignored("ada"));
        check.event("ada", 5, order(T0.plusSeconds(60)));
        check.event("ada", 6, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict().findings())
                .extracting(Finding::where, Finding::what)
                .containsExactly(tuple(
                        "messages.email-1@3",
                        "'Order Completed' at events-1@5 ends run run-1, and the tick that set the message off came"
                                + " after it, at 7"));
    }

    @Test
    void aRepeatedOrderMayHaveBeenPassedOver() {
        // when
        Cancellations check = reminder(ORDER);
        check.decision(ignored("ada"));
        check.event("ada", 5, order(T0));
        check.event("ada", 6, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict().notJudged()).isEqualTo(Map.of("messages whose stopping event came twice", 1L));
    }

    @Test
    void anOrderBehindACopyThatPerhapsNobodyObservedMayHaveBeenPassedOver() {
        // when
        Cancellations check = reminder(ORDER);
        check.decision(ignored("ada"));
        check.possible("ada", order(T0));
        check.event("ada", 6, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict().notJudged()).isEqualTo(Map.of("messages whose stopping event came twice", 1L));
    }

    @Test
    void anOrderWhoseFirstCopyTheLogMayNoLongerHaveIsNotJudged() {
        // given
        horizons.trimmed(Topics.EVENTS, T0.plusSeconds(59).toEpochMilli());

        // when
        Cancellations check = reminder(ORDER);
        check.decision(ignored("ada"));
        check.event("ada", 6, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict().notJudged()).isEqualTo(Map.of("messages whose stopping event came twice", 1L));
    }

    @Test
    void whatWasPassedOverOfSomebodyElseAcquitsNobody() {
        // when
        Cancellations check = reminder(ORDER);
        check.decision(ignored("bob"));
        check.event("ada", 5, order(T0));
        check.event("ada", 6, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict().broken()).isEqualTo(1);
    }

    @Test
    void aRunThatCameOverFromAnotherVersionIsNotJudged() {
        // given
        Cancellations check = reminder(ORDER);
        check.decision(Commands.entered("earlier", Map.of("key", "c1", "started_at", T0)));

        // when
        check.event("ada", 6, order(T0.plusSeconds(60)));
        check.conclude();

        // then
        assertThat(verdict().notJudged()).isEqualTo(Map.of("messages of runs that came over from another version", 1L));
    }

    @Test
    void whatAnEventSetOffIsNotJudged() {
        // given
        var check = new Cancellations(ref -> Optional.empty(), horizons, verdicts);

        // when
        check.message(Commands.message("m1", -1), Commands.email(3));
        check.conclude();

        // then
        assertThat(verdict().noted()).isEqualTo(Map.of("messages that an event set off", 1L));
    }

    private Cancellations reminder(String stop) {
        return watched(journey("{ on: Product Added, key: event.cart_id }", stop));
    }

    /** One message, set off by the tick at 7, of a run of cart c1 that began at T0. */
    private Cancellations watched(Journey journey) {
        var check = new Cancellations(ref -> Optional.of(journey), horizons, verdicts);
        check.message(Commands.message("m1", 7), Commands.email(3));
        check.decision(Commands.entered(journey.ref().version(), Map.of("key", "c1", "started_at", T0)));
        return check;
    }

    private static Journey journey(String start, String stop) {
        Compilation compilation = WorkspaceCompiler.compile(new WorkspaceFiles(Map.of(
                "workspace.yaml",
                "zone: UTC\n",
                "cart.yaml",
                "journey: cart\nstart: " + start + "\nstop: [ " + stop + " ]\nsteps: [ { wait: 1h } ]\n")));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace().journeys().iterator().next();
        }
        throw new AssertionError(compilation.problems());
    }

    private static DecisionRecord ignored(String customer) {
        Map<String, Object> details = Map.of("event", "Order Completed", "message_id", "call-1");
        return new DecisionRecord(
                T0, customer, null, null, null, "ignored", null, null, null, null, "duplicate", details);
    }

    private static Event order(Instant time) {
        return new Event("Order Completed", "call-1", time, Map.of(), Map.of(), false);
    }

    private static Event emptied(String cart) {
        return new Event("Cart Emptied", "call-2", T0.plusSeconds(1), Map.of("cart_id", cart), Map.of(), false);
    }

    private Verdict verdict() {
        return verdicts.all().stream()
                .filter(verdict -> verdict.guarantee() == Guarantee.NOT_CANCELLED)
                .findFirst()
                .orElseThrow();
    }
}
