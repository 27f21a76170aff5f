package dev.safar.standalone.chaos.check;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.standalone.chaos.check.Outages.Outage;
import dev.safar.standalone.chaos.load.Accepted;
import dev.safar.standalone.chaos.load.Deed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each check, with its promise kept and with its promise broken. */
class ChecksTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    private final Observed observed = new Observed();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Delivered> delivered = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();
    private long offset;

    /** One cart, left; its three messages asked for and delivered. */
    @BeforeEach
    void allIsWell() {
        accept("cart-1", "Product Added", 0);
        write(Topics.EVENTS, event("cart-1", "Product Added", Map.of()));
        request("m1", "cart-reminder");
        request("m2", "cart-offer");
        request("m3", "cart-last-chance");
        deliver("m1", 1);
        deliver("m2", 1);
        delivered.add(new Delivered("m3", true, T0));
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(complaints()).isEmpty();
    }

    @Test
    void noticesAnAcceptedCallThatIsNotInTheLog() {
        accept("lost", "", 0);

        assertThat(complaints()).containsExactly("call lost was accepted and is not there");
    }

    @Test
    void noticesAMessageThatIsAskedForTwice() {
        request("m1", "cart-reminder");

        assertThat(complaints()).containsExactly("message m1 was asked for again");
    }

    @Test
    void noticesAMessageThatWasTakenTwiceByAProviderThatRecognisesIt() {
        delivered.add(new Delivered("m3", true, T0));
        attempt("m3", 1);
        attempt("m3", 2);
        outages.add(new Outage("kill", T0, T0.plusSeconds(9)));

        assertThat(complaints()).containsExactly("message m3 is at its provider 2 times");
    }

    @Test
    void noticesAMessageThatWasSentTwiceThoughNothingWasBroken() {
        deliver("m1", 2);
        attempt("m1", 1);
        attempt("m1", 2);
        outages.add(new Outage("kill", T0.plusSeconds(3), T0.plusSeconds(9)));

        assertThat(complaints()).containsExactly("message m1 is at its provider 2 times");
    }

    @Test
    void noticesAMessageThatWasSentTwiceThoughTheLedgerHasOneAttempt() {
        deliver("m1", 3);
        attempt("m1", 1);
        outages.add(new Outage("kill", T0, T0.plusSeconds(9)));

        assertThat(complaints()).containsExactly("message m1 is at its provider 2 times");
    }

    @Test
    void noticesAMessageThatWasSentAgainThoughTheLedgerKnewThatItWasSent() {
        deliver("m1", 5);
        attempt("m1", 1);
        note("m1", LedgerEntry.Status.SENT, 1);
        attempt("m1", 5);
        outages.add(new Outage("kill", T0.plusSeconds(2), T0.plusSeconds(3)));

        assertThat(complaints()).containsExactly("message m1 is at its provider 2 times");
    }

    @Test
    void excusesWhoCouldNotKnowThatItWasSentSinceThatWasHeldUpOnItsWay() {
        deliver("m1", 20);
        attempt("m1", 1);
        note("m1", LedgerEntry.Status.SENT, 1, 19);
        attempt("m1", 20);
        outages.add(new Outage("frozen", T0.plusSeconds(1), T0.plusSeconds(19)));

        assertThat(complaints()).isEmpty();
    }

    @Test
    void countsWhatWasCutOffInTheMiddleOfItsCall() {
        deliver("m1", 5);
        attempt("m1", 1);
        attempt("m1", 5);
        outages.add(new Outage("kill", T0.plusSeconds(2), T0.plusSeconds(3)));

        assertThat(complaints()).isEmpty();
        assertThat(checks().providersHaveEachMessageOnce().rule())
                .isEqualTo("no message is at its provider twice, but for 1 cut off in the middle of their call");
    }

    @Test
    void countsARepetitionOnceWhereAFurtherAttemptNeverReachedTheProvider() {
        deliver("m1", 40);
        attempt("m1", 1);
        attempt("m1", 20);
        attempt("m1", 40);
        outages.add(new Outage("kill", T0.plusSeconds(2), T0.plusSeconds(3)));

        assertThat(complaints()).isEmpty();
    }

    @Test
    void noticesARepetitionAfterAnAttemptThatNothingCutOff() {
        deliver("m1", 20);
        attempt("m1", 1);
        attempt("m1", 20);
        attempt("m1", 40);
        outages.add(new Outage("kill", T0.plusSeconds(30), T0.plusSeconds(31)));

        assertThat(complaints()).containsExactly("message m1 is at its provider 2 times");
    }

    @Test
    void noticesThatAKillRepeatsMoreThanWasUnderWay() {
        deliver("m1", 5);
        attempt("m1", 1);
        attempt("m1", 5);
        outages.add(new Outage("kill", T0.plusSeconds(2), T0.plusSeconds(3), OptionalInt.of(0)));

        assertThat(complaints()).containsExactly("more came again than were under way");
    }

    @Test
    void countsWhatWasUnderWayWhenASenderWasKilled() {
        deliver("m1", 5);
        attempt("m1", 1);
        attempt("m1", 5);
        outages.add(new Outage("kill", T0.plusSeconds(2), T0.plusSeconds(3), OptionalInt.of(4)));

        assertThat(complaints()).isEmpty();
        assertThat(checks().killsRepeatNoMoreThanWasUnderWay().rule())
                .isEqualTo("of 4 e-mails under way when a dispatcher was killed 1 came again");
    }

    @Test
    void noticesAMessageThatDidNotArrive() {
        delivered.remove(0);

        assertThat(complaints())
                .containsExactly(
                        "message m1 (cart-reminder for ada) did not arrive",
                        "ada got cart-reminder 0 times where it is 1");
    }

    @Test
    void leavesOutWhatWasTakenBack() {
        request("m4", "cart-offer");
        write(Topics.EVENTS, event("r4", "Email Dropped", Map.of(Receipts.MESSAGE_ID, "m4")));

        assertThat(complaints()).isEmpty();
    }

    @Test
    void noticesAMessageThatNobodyAskedFor() {
        deliver("m9", 1);

        assertThat(complaints()).containsExactly("message m9 arrived and was never asked for");
    }

    @Test
    void noticesAMessageAfterAPurchase() {
        accept("order-1", "Order Completed", 2_000);
        write(Topics.EVENTS, event("order-1", "Order Completed", Map.of()));

        assertThat(complaints())
                .contains("ada got cart-offer 1 times where it is 0", "ada got cart-last-chance 1 times where it is 0");
    }

    @Test
    void noticesAMessageToWhomNobodyKnows() {
        accepted.clear();

        assertThat(complaints()).hasSize(1).first().asString().startsWith("ada is nobody, and got {");
    }

    @Test
    void noticesADeadLetter() {
        write(Topics.DEAD_LETTERS, new DeadLetter(Topics.EVENTS, 3, 7, "ada", "broken", T0, ""));

        assertThat(complaints()).containsExactly("events-3 at 7: broken");
    }

    @Test
    void noticesARunThatNeitherWaitsNorHasFinished() {
        assertThat(Checks.runsAddUp(Optional.of(new EngineNumbers(5, 1, 4))))
                .isEqualTo(new Finding("5 runs entered = 1 waiting + 4 finished", List.of()));
        assertThat(Checks.runsAddUp(Optional.of(new EngineNumbers(5, 1, 3))))
                .isEqualTo(new Finding("5 runs entered = 1 waiting + 3 finished", List.of("it does not add up")));
        assertThat(Checks.runsAddUp(Optional.of(new EngineNumbers(5, 1, 5))).holds())
                .isFalse();
    }

    @Test
    void doesNotTakeItThatRunsAddUpFromAnEngineThatDoesNotAnswer() {
        assertThat(Checks.runsAddUp(Optional.empty())).isEqualTo(new Finding("runs add up", List.of("no answer")));
    }

    private Checks checks() {
        return new Checks(accepted, observed, delivered, new Outages(outages));
    }

    private List<String> complaints() {
        return checks().all().stream()
                .flatMap(finding -> finding.exceptions().stream())
                .toList();
    }

    private void accept(String id, String event, int millis) {
        Instant at = T0.plusMillis(millis);
        Deed deed = new Deed(id, "track", event, Duration.ZERO, Duration.ZERO, Map.of("order_id", "1"));
        accepted.add(new Accepted("ada", deed, at, at, Duration.ZERO));
    }

    private void request(String id, String template) {
        write(
                Topics.MESSAGES_EMAIL,
                new MessageCommand(
                        id,
                        "ada",
                        "j",
                        "1",
                        "run",
                        "step",
                        "email",
                        template,
                        "1",
                        "ada@shop.example",
                        "en",
                        Map.of(),
                        T0,
                        T0,
                        null,
                        0,
                        1));
        write(Topics.EVENTS, event("sent-" + id, "Email Sent", Map.of(Receipts.MESSAGE_ID, id)));
    }

    private void deliver(String messageId, int second) {
        delivered.add(new Delivered(messageId, false, T0.plusSeconds(second)));
    }

    private void attempt(String id, int second) {
        note(id, LedgerEntry.Status.ATTEMPTED, second);
    }

    private void note(String id, LedgerEntry.Status status, int second) {
        note(id, status, second, second);
    }

    private void note(String id, LedgerEntry.Status status, int second, int appended) {
        Instant at = T0.plusSeconds(second);
        observed.take(new ConsumerRecord<>(
                Topics.DISPATCH_LEDGER,
                0,
                offset++,
                T0.plusSeconds(appended).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                id.getBytes(StandardCharsets.UTF_8),
                ContractJson.write(
                        new LedgerEntry(id, Topics.MESSAGES_EMAIL, 0, 0, status, null, null, null, null, null, at)),
                new RecordHeaders(),
                Optional.empty()));
    }

    private static CustomerEvent event(String id, String name, Map<String, Object> properties) {
        return new CustomerEvent(
                "track", name, "ada", "ada", null, id, T0, T0, properties, Map.of(), Map.of(), "shop", false);
    }

    private void write(String topic, Object value) {
        observed.take(new ConsumerRecord<>(
                topic, 0, offset++, "ada".getBytes(StandardCharsets.UTF_8), ContractJson.write(value)));
    }
}
