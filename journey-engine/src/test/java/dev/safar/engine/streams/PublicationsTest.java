package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.SegmentId;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import dev.safar.core.runtime.CustomerDecision;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.core.runtime.RunDecision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the world gets to know of decisions. */
class PublicationsTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant T1 = T0.plusSeconds(3600);
    private static final RunId RUN = new RunId("r1");
    private static final JourneyRef CART = new JourneyRef(new JourneyId("cart"), "v2");
    private static final StepId STEP = new StepId("nudge");
    private static final TemplateId TEMPLATE = new TemplateId("cart-reminder");
    private static final Decision CALL = new MessageDecision.CallRequested(
            RUN, CART, STEP, new MessageId("c1"), "https://crm.example/score", Map.of("customer", "ada"), T1, T0);

    @Test
    void eachMessageThatIsHeldAndEachOfferThatIsRefusedIsInTheLedgerWithItsReason() {
        // given
        var held = new MessageDecision.MessageHeld(RUN, CART, STEP, Channel.SMS, TEMPLATE, "quiet-hours", T0, T1, T0);
        var refused = new RunDecision.OfferRefused(RUN, CART, STEP, "back-5", "budget", T0);

        // then
        assertThat(ledger(held, refused))
                .containsExactly(
                        "held cart@v2 r1 nudge sms cart-reminder - quiet-hours {since=" + T0 + ", until=" + T1 + "}",
                        "offer-refused cart@v2 r1 nudge - - - budget {offer=back-5}");
    }

    @Test
    void whatRunsDoBesidesSendingIsInTheLedger() {
        // given
        var from = new JourneyRef(CART.id(), "v1");

        // then
        assertThat(ledger(
                        new RunDecision.Migrated(RUN, from, CART, STEP, Optional.of(T1), T0),
                        new CustomerDecision.SegmentEntered(new SegmentId("lapsed"), T0),
                        new CustomerDecision.SegmentLeft(new SegmentId("lapsed"), T0),
                        new RunDecision.ValuesSet(RUN, CART, STEP, Map.of("tier", "gold"), Map.of("points", 5L), T0),
                        CALL,
                        new MessageDecision.CallAnswered(RUN, CART, STEP, new MessageId("c1"), 200, T0),
                        new RunDecision.EventEmitted(RUN, CART, STEP, "Tier Reached", "e1", T0),
                        new RunDecision.EmissionRefused(RUN, CART, STEP, "Tier Reached", "too-deep", T0),
                        new RunDecision.Begun(RUN, CART, STEP, new JourneyId("birthday"), "k", T0),
                        new RunDecision.GoalReached(RUN, CART, STEP, "Order Completed", Optional.of(12.5), T0)))
                .containsExactly(
                        "migrated cart@v2 r1 nudge - - - - {due=" + T1 + ", from=v1}",
                        "segment-entered - - - - - - - {segment=lapsed}",
                        "segment-left - - - - - - - {segment=lapsed}",
                        "set cart@v2 r1 nudge - - - - {customer={tier=gold}, run={points=5}}",
                        "called cart@v2 r1 nudge - - c1 - {not_after=" + T1 + ", url=https://crm.example/score}",
                        "answered cart@v2 r1 nudge - - c1 - {status=200}",
                        "emitted cart@v2 r1 nudge - - - - {event=Tier Reached, message_id=e1}",
                        "emission-refused cart@v2 r1 nudge - - - too-deep {event=Tier Reached}",
                        "begun cart@v2 r1 nudge - - - - {begun=birthday, key=k}",
                        "goal-reached cart@v2 r1 nudge - - - - {event=Order Completed, value=12.5}");
    }

    @Test
    void whatOnlyKeepsACustomersOwnRecordIsNotInTheLedger() {
        assertThat(ledger(
                        new CustomerDecision.Arranged("w1", T0),
                        new CustomerDecision.TopicConsentSet("promotions", false, T0),
                        new CustomerDecision.SegmentCheckSet(Optional.of(T1), T0),
                        new CustomerDecision.DateSet(CART.id(), T1, T0),
                        new CustomerDecision.DateCleared(CART.id(), T0)))
                .isEmpty();
    }

    @Test
    void aCallTravelsAsAMessageToAUrl() {
        // when
        List<Output> outputs = Publications.of("ada", List.of(CALL), new Cause(3, 17, true));

        // then
        assertThat(outputs).extracting(Output::topic).containsExactly(Topics.MESSAGES_WEBHOOK, Topics.DECISIONS);
        assertThat(ContractJson.read(outputs.get(0).value(), MessageCommand.class))
                .isEqualTo(new MessageCommand(
                        "c1",
                        "ada",
                        "cart",
                        "v2",
                        "r1",
                        "nudge",
                        "webhook",
                        null,
                        null,
                        "https://crm.example/score",
                        null,
                        Map.of("customer", "ada"),
                        T0,
                        T0,
                        T1,
                        3,
                        17));
    }

    @Test
    void heldMessagesAndGoalsAreCounted() {
        // given
        var registry = new SimpleMeterRegistry();
        var meters = new EngineMeters(registry);
        var order = new RunDecision.GoalReached(RUN, CART, STEP, "Order Completed", Optional.of(12.5), T0);
        var refund = new RunDecision.GoalReached(RUN, CART, STEP, "Order Completed", Optional.of(-1.0), T0);

        // when
        meters.count(List.of(
                order,
                order,
                refund,
                new MessageDecision.MessageHeld(RUN, CART, STEP, Channel.SMS, TEMPLATE, "cap", T0, T1, T0)));

        // then
        Map<String, Double> counted = new TreeMap<>();
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getTag("journey") != null)
                .forEach(meter -> counted.put(
                        meter.getId().getName() + meter.getId().getTags(),
                        meter.measure().iterator().next().getValue()));
        assertThat(counted)
                .isEqualTo(Map.of(
                        "safar.goals.reached[tag(journey=cart)]", 3.0,
                        "safar.goal.value[tag(journey=cart)]", 25.0,
                        "safar.messages.held[tag(journey=cart), tag(reason=cap)]", 1.0));
    }

    private static List<String> ledger(Decision... decisions) {
        return Publications.of("ada", List.of(decisions), new Cause(0, 0, false)).stream()
                .filter(output -> output.topic().equals(Topics.DECISIONS))
                .map(output -> line(ContractJson.read(output.value(), DecisionRecord.class)))
                .toList();
    }

    private static String line(DecisionRecord record) {
        String journey = record.journey() == null ? "-" : record.journey() + "@" + record.version();
        return String.join(
                " ",
                record.type(),
                journey,
                shown(record.run()),
                shown(record.step()),
                shown(record.channel()),
                shown(record.template()),
                shown(record.messageId()),
                shown(record.reason()),
                new TreeMap<>(record.details()).toString());
    }

    private static String shown(String value) {
        return value == null ? "-" : value;
    }
}
