package dev.safar.standalone.audit;

import dev.safar.contracts.Topics;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {

    private static final long NOW = 1_000_000_000L;
    private static final Map<String, Long> NOTHING_FINISHED = Map.of();
    private static final Map<String, Long> ALL_FINISHED = Map.of(Topics.MESSAGES_EMAIL, 100L);

    private final Verdicts verdicts = new Verdicts(20);
    private final IdSet everywhere = new IdSet();
    private final Horizons horizons = new Horizons();
    private final Outbox outbox = new Outbox(everywhere, horizons, verdicts);

    @Test
    void aMessageThatWasDecidedAndSentPasses() {
        // when
        message("m1", 0);
        decide("m1");
        note("m1", Status.ATTEMPTED, null);
        note("m1", Status.SENT, "p1");
        outbox.conclude(ALL_FINISHED, Set.of());

        // then
        assertThat(found()).isEmpty();
        assertThat(verdicts.all().stream().map(verdict -> verdict.guarantee() + " " + verdict.judged()))
                .contains("ASKED_ONCE 1", "SENT_ONCE 1", "DECIDED 1", "SEEN_THROUGH 1");
    }

    @Test
    void aMessageThatIsThereTwiceIsFound() {
        // when
        message("m1", 0);
        message("m1", 7);

        // then
        assertThat(found())
                .containsExactly("ASKED_ONCE message m1, messages.email-1@7: is already at messages.email-1@0");
    }

    @Test
    void aMessageThatIsInAnotherPartitionTooIsFound() {
        // given
        everywhere.add("m1");

        // when
        message("m1", 7);

        // then
        assertThat(found())
                .containsExactly(
                        "ASKED_ONCE message m1, messages.email-1@7: is in another partition too, though customer"
                                + " ada has only one");
    }

    @Test
    void aMessageThatNobodyDecidedOnIsFound() {
        // when
        message("m1", 7);
        outbox.conclude(NOTHING_FINISHED, Set.of());

        // then
        assertThat(found()).containsExactly("DECIDED message m1, messages.email-1@7: no decision asks for it");
    }

    @Test
    void aDecisionWhoseMessageIsMissingIsFound() {
        // when
        decide("m1");

        // then
        assertThat(found())
                .containsExactly("DECIDED message m1, decisions-1@3: was decided on and is not in messages.email");
    }

    @Test
    void whatIsOlderThanTheOtherLogIsNotJudged() {
        // given
        horizons.trimmed(Topics.MESSAGES_EMAIL, NOW);
        horizons.trimmed(Topics.DECISIONS, NOW);
        horizons.trimmed(Topics.DISPATCH_LEDGER, NOW);

        // when
        message("m1", 7);
        decide("m2");
        outbox.conclude(ALL_FINISHED, Set.of());

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict(Guarantee.DECIDED).notJudged())
                .isEqualTo(Map.of(
                        "decisions whose message the log no longer has", 1L,
                        "messages whose decision the log no longer has", 1L));
        assertThat(verdict(Guarantee.SEEN_THROUGH).notJudged().values()).containsExactly(1L);
    }

    @Test
    void aMessageThatDispatchHasFinishedWithoutAWordIsLost() {
        // when
        message("m1", 7);
        decide("m1");
        note("m1", Status.ATTEMPTED, null);
        outbox.conclude(ALL_FINISHED, Set.of());

        // then
        assertThat(found())
                .containsExactly(
                        "SEEN_THROUGH message m1, messages.email-1@7: dispatch has finished with it, and no entry"
                                + " of the ledger says how it ended");
    }

    @Test
    void whatIsStillToComeOrWasPutAsideIsNotLost() {
        // when
        List.of("m2", "m3", "m4").forEach(this::decided);
        note("m3", Status.SHELVED, null);
        outbox.conclude(Map.of(Topics.MESSAGES_EMAIL, 3L), Set.of(Commands.email(1)));

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict(Guarantee.SEEN_THROUGH).noted())
                .isEqualTo(Map.of("still to come", 1L, "put aside as dead letters", 1L, "shelved", 1L));
    }

    @Test
    void aMessageThatAProviderTookTwiceIsFound() {
        // when
        message("m1", 7);
        note("m1", Status.SENT, "p1");
        note("m1", Status.SENT, "p1");
        note("m1", Status.SENT, "p2");

        // then
        assertThat(found())
                .containsExactly(
                        "SENT_ONCE message m1, dispatch-ledger-1@4: was taken by the provider a second time, as p2");
    }

    @Test
    void anEMailThatWasBegunAgainThoughItWasNotedAsSentIsFound() {
        // when
        message("m1", 7);
        note("m1", Status.ATTEMPTED, null);
        note("m1", Status.SENT, "<m1@safar>");
        note("m1", Status.ATTEMPTED, null);
        note("m1", Status.SENT, "<m1@safar>");

        // then
        assertThat(found())
                .containsExactly("SENT_ONCE message m1, dispatch-ledger-1@4: was taken by the provider a second time,"
                        + " as <m1@safar>");
    }

    @Test
    void anEMailWhoseSenderWasCutOffBeforeItCouldNoteTheAnswerIsWithinTheWindow() {
        // when
        message("m1", 7);
        note("m1", Status.ATTEMPTED, null);
        noteLate("m1", "<m1@safar>");
        note("m1", Status.ATTEMPTED, null);
        note("m1", Status.SENT, "<m1@safar>");
        note("m1", Status.SENT, "<m1@safar>");

        // then
        assertThat(found()).isEmpty();
    }

    @Test
    void aTextMessageThatItsProviderRecognisedIsNotSentTwice() {
        // when
        message("m1", 7);
        note("m1", Status.SENT, "4711");
        note("m1", Status.ATTEMPTED, null);
        note("m1", Status.SENT, "4711");

        // then
        assertThat(found()).isEmpty();
    }

    @Test
    void whatAProviderWasGivenTwiceOrUnaskedIsFound() {
        // given
        message("m1", 7);
        message("m2", 8);
        var deliveries = new Deliveries(List.of("m1", "m2", "m1", "m9"));

        // when
        deliveries.judge(outbox, verdicts);
        deliveries.conclude(true, verdicts);

        // then
        assertThat(found())
                .containsExactly(
                        "SENT_ONCE message m1, messages.email-1@7: the provider was given it 2 times",
                        "SENT_ONCE message m9, at the provider: the provider was given it, and nobody ever asked for it");
    }

    private void decided(String id) {
        message(id, Long.parseLong(id.substring(1)) - 1);
        decide(id);
    }

    private void message(String id, long offset) {
        outbox.message(Commands.message(id, 5), new MessageLine(id, Commands.email(offset), NOW, true));
    }

    private void decide(String id) {
        outbox.decision(Commands.decision("send", id, Map.of()), new Position(Topics.DECISIONS, 1, 3), NOW, true);
    }

    private void note(String id, Status status, String provider) {
        note(Commands.entry(id, status, provider), Duration.ofMillis(10));
    }

    private void noteLate(String id, String provider) {
        note(Commands.entry(id, Status.SENT, provider), Duration.ofSeconds(8));
    }

    private void note(LedgerEntry entry, Duration held) {
        long noted = entry.at().plus(held).toEpochMilli();
        outbox.ledger(entry, new Position(Topics.DISPATCH_LEDGER, 1, 4), noted);
    }

    private Verdict verdict(Guarantee guarantee) {
        return verdicts.all().stream()
                .filter(verdict -> verdict.guarantee() == guarantee)
                .findFirst()
                .orElseThrow();
    }

    private List<String> found() {
        return verdicts.all().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .map(finding -> finding.guarantee() + " " + finding)
                .toList();
    }
}
