package dev.safar.core.runtime;

import dev.safar.core.model.Awaited;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Until;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.until;
import static dev.safar.core.runtime.Journeys.waitForEvent;
import static dev.safar.core.runtime.Journeys.waitForOpen;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class WaitsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Life life(Step... steps) {
        return Life.reachable(workspace(journey("cart", onAny("A"), List.of(), steps)));
    }

    @Test
    void waitsFromTheTimeOfTheEvent() {
        // given
        Life life = life(pause("pause", HOUR, 1), send("reminder", 2, Channel.EMAIL));

        // when
        List<String> decided = life.late("0m", "10m", "A");

        // then
        assertThat(decided).containsExactly("applied A", "entered cart '' as of 0m", "waits at pause until 1h");
        assertThat(life.customer().nextDue()).contains(Life.at(HOUR));
    }

    @Test
    void doesNothingBeforeTheWaitIsOver() {
        // given
        Life life = life(pause("pause", HOUR, 1));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("59m");

        // then
        assertThat(decided).isEmpty();
    }

    @Test
    void goesOnWhenTheWaitIsOver() {
        // given
        Life life = life(pause("pause", HOUR, 1), send("reminder", 2, Channel.EMAIL));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided)
                .containsExactly(
                        "sends email reminder to ada@example.com due 1h", "finished cart at reminder: completed");
        assertThat(life.customer().nextDue()).isEmpty();
    }

    @Test
    void aTickThatComesLateShiftsTheNextWait() {
        // given
        Life life = life(pause("pause", HOUR, 1), pause("pause-2", HOUR, 2));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("3h");

        // then
        assertThat(decided).containsExactly("waits at pause-2 until 4h");
    }

    @Test
    void aTickThatComesLateDoesNotShiftAnAnchoredWait() {
        // given
        Life life = life(pause("pause", HOUR, 1), until("day", Duration.ofDays(1), 2));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("3h");

        // then
        assertThat(decided).containsExactly("waits at day until 1d");
    }

    @Test
    void anAnchorThatHasGoneByPassesAtOnceAndWhatFollowsFellDueThen() {
        // given
        Life life =
                life(pause("pause", HOUR, 1), until("two", Duration.ofHours(2), 2), send("reminder", 3, Channel.EMAIL));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("5h");

        // then
        assertThat(decided)
                .containsExactly(
                        "sends email reminder to ada@example.com due 2h", "finished cart at reminder: completed");
    }

    @Test
    void anEventThatComesLateWaitsForTheNextTickSoThatNothingBehindItIsMissed() {
        // given
        Life life = life(until("two", Duration.ofHours(2), 1), send("reminder", 2, Channel.EMAIL));

        // when
        List<String> decided = life.late("0m", "5h", "A");
        List<String> later = life.tick("5h");

        // then
        assertThat(decided).containsExactly("applied A", "entered cart '' as of 0m", "waits at two until 2h");
        assertThat(later)
                .containsExactly(
                        "sends email reminder to ada@example.com due 2h", "finished cart at reminder: completed");
    }

    @Test
    void anAwaitedEventLeadsToThen() {
        // given
        Life life = life(
                waitForEvent("answer", "B", HOUR, 1, 2),
                send("thanks", 3, Channel.EMAIL),
                send("reminder", 3, Channel.EMAIL));
        life.event("0m", "A");

        // when
        List<String> decided = life.event("30m", "B");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied B",
                        "answer took then",
                        "sends email thanks to ada@example.com due 30m",
                        "finished cart at thanks: completed");
    }

    @Test
    void theTimeoutLeadsToElse() {
        // given
        Life life = life(
                waitForEvent("answer", "B", HOUR, 1, 2),
                send("thanks", 3, Channel.EMAIL),
                send("reminder", 3, Channel.EMAIL));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided)
                .containsExactly(
                        "answer took else",
                        "sends email reminder to ada@example.com due 1h",
                        "finished cart at reminder: completed");
    }

    @Test
    void oneEventEndsOneWaitOnly() {
        // given
        Life life = life(waitForEvent("first", "B", HOUR, 1, 2), waitForEvent("second", "B", HOUR, 2, 2));
        life.event("0m", "A");

        // when
        List<String> decided = life.event("30m", "B");

        // then
        assertThat(decided).containsExactly("applied B", "first took then", "waits at second until 1h 30m");
    }

    @Test
    void anEventFromBeforeTheRunEndsNoWait() {
        // given
        Life life = life(waitForEvent("answer", "B", Duration.ofHours(3), 1, 1));
        life.event("1h", "A");

        // when
        List<String> decided = life.late("30m", "2h", "B");

        // then
        assertThat(decided).containsExactly("applied B");
    }

    @Test
    void anImportedEventEndsNoWait() {
        // given
        Life life = life(waitForEvent("answer", "B", Duration.ofHours(3), 1, 1));
        life.event("1h", "A");

        // when
        List<String> decided = life.imported("90m", "2h", "B");

        // then
        assertThat(decided).containsExactly("applied B");
    }

    @Test
    void withoutATimeoutOnlyTheEventEndsTheWait() {
        // given
        Awaited awaited = new Awaited.OfEvent("B", Optional.empty());
        Life life = life(new Step.WaitFor(new StepId("answer"), List.of(awaited), Optional.empty(), 1, 1));
        life.event("0m", "A");

        // when
        Optional<Instant> due = life.customer().nextDue();
        List<String> decided = life.event("300d", "B");

        // then
        assertThat(due).isEmpty();
        assertThat(decided).containsExactly("applied B", "answer took then", "finished cart at answer: completed");
    }

    @Test
    void anOpenedMessageLeadsToThen() {
        // given
        Life life = life(send("reminder", 1, Channel.EMAIL), waitForOpen("seen", "reminder", HOUR, 2, 2));
        life.event("0m", "A");

        // when
        List<String> decided = life.report("10m", "Email Opened", "reminder");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Email Opened",
                        "reminder is OPENED",
                        "seen took then",
                        "finished cart at seen: completed");
    }

    @Test
    void aMessageThatIsOpenAlreadyIsNotWaitedFor() {
        // given
        Life life = life(
                send("reminder", 1, Channel.EMAIL),
                pause("pause", HOUR, 2),
                waitForOpen("seen", "reminder", HOUR, 3, 3));
        life.event("0m", "A");
        life.report("10m", "Email Link Clicked", "reminder");

        // when
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided).containsExactly("seen took then", "finished cart at seen: completed");
    }

    @Test
    void aMessageThatWasNeverSentIsWaitedForUntilTheTimeout() {
        // given
        Life life = new Life(workspace(journey(
                "cart",
                onAny("A"),
                List.of(),
                send("reminder", 1, Channel.EMAIL),
                waitForOpen("seen", "reminder", HOUR, 2, 2))));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "entered cart '' as of 0m",
                        "skips reminder on [EMAIL]: no-address",
                        "waits at seen until 1h");
    }

    @Test
    void aMessageHasFailedWhenNoOtherChannelIsBeingTried() {
        // given
        Awaited failed = new Awaited.OfMessage(new StepId("reminder"), Awaited.Fate.FAILED);
        Step wait = new Step.WaitFor(new StepId("lost"), List.of(failed), Optional.of(HOUR), 2, 2);
        Life life = life(send("reminder", 1, Channel.EMAIL, Channel.SMS), wait);
        life.event("0m", "A");

        // when
        List<String> first = life.report("1m", "Email Bounced", "reminder");
        List<String> second = life.report("2m", "SMS Failed", "reminder");

        // then
        assertThat(first)
                .containsExactly(
                        "applied Email Bounced", "sends sms reminder to +989120000000 due 0m", "reminder is FAILED");
        assertThat(second)
                .containsExactly(
                        "applied SMS Failed",
                        "reminder is FAILED",
                        "lost took then",
                        "finished cart at lost: completed");
    }

    @Test
    void aTimeOfTheClockIsTheNextOneWhenTheRunGetsThereThoughTheEventCameLate() {
        // given
        Until noon = new Until.Local(Set.of(), false, LocalTime.of(13, 0));
        Life life = life(new Step.WaitUntil(new StepId("noon"), noon, 1));

        // when
        List<String> early = life.event("0m", "A"); // 12:30 in Tehran
        life.tick("30m");
        List<String> late = life.late("29m", "31m", "A");

        // then
        assertThat(early).endsWith("waits at noon until 30m");
        assertThat(late).endsWith("waits at noon until 1d 30m");
    }

    @Test
    void anAnswerIsForWhoAsked() {
        // given
        Step call =
                new Step.Call(new StepId("ask"), "https://shop.example", Map.of(), HOUR, Optional.of("answer"), 1, 1);
        Life life = life(call);
        life.event("0m", "A");
        String id =
                Ids.call(life.customer().runs().get(0).id(), new StepId("ask")).value();

        // when
        List<String> others = life.event("1m", "Webhook Answered", "message_id", "other", "status", 200L);
        List<String> own =
                life.event("2m", "Webhook Answered", "message_id", id, "status", 299.0, "body", Map.of("points", 5L));

        // then
        assertThat(others).containsExactly("applied Webhook Answered");
        assertThat(own)
                .containsExactly(
                        "applied Webhook Answered",
                        "ask was answered 299",
                        "ask sets {} and {answer={points=5}}",
                        "ask took then",
                        "finished cart at ask: completed");
    }
}
