package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Handling.Priority;
import dev.safar.core.model.Handling.Quiet;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Policies.Cap;
import dev.safar.core.model.Policies.QuietHours;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.offer;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.stop;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of messages under policies. The story begins on a Sunday at half past twelve in Tehran. */
class PoliciesTest {

    private static final Policies NONE = Policies.NONE;
    private static final Duration HOUR = Duration.ofHours(1);

    /** From one o'clock, which is half an hour into the story, until five. */
    private static final QuietHours SIESTA = new QuietHours(LocalTime.of(13, 0), LocalTime.of(17, 0), false);

    private static Policies quiet(QuietHours hours, Channel... channels) {
        Map<Channel, QuietHours> each = new EnumMap<>(Channel.class);
        Arrays.asList(channels).forEach(channel -> each.put(channel, hours));
        return new Policies(NONE.weekend(), each, Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    private static Policies capped(Cap cap) {
        return new Policies(
                NONE.weekend(), Map.of(), Map.of(Channel.EMAIL, cap), Map.of(), Optional.empty(), Optional.empty());
    }

    private static Policies holdingOutAllBut(String topic) {
        return new Policies(
                NONE.weekend(),
                Map.of(),
                Map.of(),
                Map.of(topic, true),
                Optional.of(new Policies.Holdout(100, Set.of(topic))),
                Optional.empty());
    }

    private static Handling handling(Quiet quiet, Priority priority) {
        return new Handling(quiet, priority, Optional.empty());
    }

    private static Handling about(String topic) {
        return new Handling(Quiet.DEFER, Priority.NORMAL, Optional.of(topic));
    }

    private static Step sendAs(Handling handling, Optional<Duration> limit, String template, Channel... channels) {
        return new Step.Send(
                new StepId(template), Arrays.asList(channels), new TemplateId(template), limit, Map.of(), handling, 2);
    }

    /** After an hour, the message; and then another hour, so that messages of it are still heard of. */
    private static Journey hourly(String id, Step send) {
        return journey(id, onAny("A"), List.of(stop("B")), pause("pause", HOUR, 1), send, pause("rest", HOUR, 3));
    }

    private static Journey hourly(Step send) {
        return hourly("j", send);
    }

    private static Life begun(Workspace workspace) {
        Life life = Life.reachable(workspace);
        life.event("0m", "A");
        return life;
    }

    @Test
    void holdsAMessageThatFallsDueInQuietHoursAndSendsItWhenTheyEnd() {
        // given
        Life life = begun(workspace(
                quiet(SIESTA, Channel.EMAIL),
                hourly(sendAs(Handling.USUAL, Optional.of(Duration.ofHours(4)), "reminder", Channel.EMAIL))));

        // then
        assertThat(life.tick("1h")).containsExactly("holds email reminder due 1h until 4h 30m: quiet-hours");
        assertThat(life.tick("4h 29m")).isEmpty();
        assertThat(life.tick("4h 30m"))
                .containsExactly("sends email reminder to ada@example.com due 1h", "waits at rest until 5h 30m");
        assertThat(life.lastMessage("reminder").notAfter()).contains(Life.at("5h"));
    }

    @Test
    void doesNotHoldWhatWouldBeTooLateAfterwards() {
        // given
        Life life = begun(workspace(
                quiet(SIESTA, Channel.EMAIL),
                hourly(sendAs(Handling.USUAL, Optional.of(Duration.ofHours(3)), "reminder", Channel.EMAIL))));

        // then
        assertThat(life.tick("1h")).containsExactly("skips reminder on [EMAIL]: quiet-hours", "waits at rest until 2h");
    }

    @Test
    void dropsInQuietHoursWhereTheStepSaysSo() {
        // given
        Life life = begun(workspace(
                quiet(SIESTA, Channel.EMAIL),
                hourly(sendAs(handling(Quiet.DROP, Priority.NORMAL), Optional.empty(), "reminder", Channel.EMAIL))));

        // then
        assertThat(life.tick("1h")).contains("skips reminder on [EMAIL]: quiet-hours");
    }

    @Test
    void ignoresQuietHoursWhereTheStepSaysSo() {
        // given
        Life life = begun(workspace(
                quiet(SIESTA, Channel.EMAIL),
                hourly(sendAs(handling(Quiet.IGNORE, Priority.NORMAL), Optional.empty(), "reminder", Channel.EMAIL))));

        // then
        assertThat(life.tick("1h")).contains("sends email reminder to ada@example.com due 1h");
    }

    @Test
    void aRunThatIsStoppedWhileItsMessageIsHeldSendsNothing() {
        // given
        Life life = begun(workspace(quiet(SIESTA, Channel.EMAIL), hourly(send("reminder", 2, Channel.EMAIL))));
        life.tick("1h");

        // then
        assertThat(life.event("2h", "B")).containsExactly("applied B", "finished j at reminder: stopped: B");
        assertThat(life.tick("5h")).isEmpty();
    }

    @Test
    void aConsentThatIsWithdrawnWhileAMessageIsHeldCounts() {
        // given
        Life life = begun(workspace(quiet(SIESTA, Channel.EMAIL), hourly(send("reminder", 2, Channel.EMAIL))));
        life.tick("1h");
        life.event("2h", "Unsubscribed");

        // then
        assertThat(life.tick("4h 30m")).contains("skips reminder on [EMAIL]: no-consent");
    }

    @Test
    void keepsSilentOnDaysOfTheWeekend() {
        // given: quiet for a minute of the night only, and the whole of Sunday
        QuietHours sundays = new QuietHours(LocalTime.of(3, 0), LocalTime.of(3, 1), true);
        Life life = begun(workspace(quiet(sundays, Channel.EMAIL), hourly(send("reminder", 2, Channel.EMAIL))));

        // then: the day ends at midnight in Tehran
        assertThat(life.tick("1h")).containsExactly("holds email reminder due 1h until 11h 30m: weekend");
    }

    @Test
    void aChannelTriedInPlaceOfAnotherIsNotHeldButSkipped() {
        // given
        Life life =
                begun(workspace(quiet(SIESTA, Channel.SMS), hourly(send("reminder", 2, Channel.EMAIL, Channel.SMS))));
        life.tick("1h");

        // then
        assertThat(life.report("1h 1m", "Email Bounced", "reminder")).contains("skips reminder on [SMS]: quiet-hours");
    }

    @Test
    void holdsWhatIsOverACapUntilTheNextDayOfTheCustomersCalendar() {
        // given
        Life life = begun(workspace(
                capped(new Cap(Optional.of(1), Optional.empty(), true)),
                hourly("j", send("reminder", 2, Channel.EMAIL)),
                hourly("k", send("thanks", 2, Channel.EMAIL))));

        // then
        assertThat(life.tick("1h"))
                .contains(
                        "sends email reminder to ada@example.com due 1h",
                        "holds email thanks due 1h until 11h 30m: cap");
        assertThat(life.tick("11h 30m")).contains("sends email thanks to ada@example.com due 1h");
    }

    @Test
    void dropsWhatIsOverACapWhereItSaysSo() {
        // given
        Life life = begun(workspace(
                capped(new Cap(Optional.empty(), Optional.of(1), false)),
                hourly("j", send("reminder", 2, Channel.EMAIL)),
                hourly("k", send("thanks", 2, Channel.EMAIL))));

        // then
        assertThat(life.tick("1h")).contains("skips thanks on [EMAIL]: cap");
    }

    @ParameterizedTest(name = "quiet: {0}, priority: {1} passes a cap: {2}")
    @CsvSource({"DEFER, HIGH, false", "IGNORE, NORMAL, false", "IGNORE, HIGH, true"})
    void onlyWhatIgnoresQuietHoursAndIsOfHighPriorityPassesACap(Quiet quiet, Priority priority, boolean passes) {
        // given
        Step urgent = sendAs(handling(quiet, priority), Optional.empty(), "thanks", Channel.EMAIL);
        Life life = begun(workspace(
                capped(new Cap(Optional.of(1), Optional.empty(), true)),
                journey("j", onAny("A"), List.of(), send("reminder", 1, Channel.EMAIL)),
                hourly("k", urgent)));

        // then
        assertThat(life.tick("1h").contains("sends email thanks to ada@example.com due 1h"))
                .isEqualTo(passes);
    }

    @ParameterizedTest(name = "{0} beside {1}: {2} goes first")
    @CsvSource({"NORMAL, HIGH, thanks", "LOW, NORMAL, thanks", "HIGH, NORMAL, reminder", "NORMAL, NORMAL, reminder"})
    void ofMessagesDueAtOnceTheHigherPriorityGoesFirst(Priority first, Priority second, String sent) {
        // given
        Workspace workspace = workspace(
                capped(new Cap(Optional.of(1), Optional.empty(), true)),
                hourly("j", sendAs(handling(Quiet.DEFER, first), Optional.empty(), "reminder", Channel.EMAIL)),
                hourly("k", sendAs(handling(Quiet.DEFER, second), Optional.empty(), "thanks", Channel.EMAIL)));
        String other = sent.equals("thanks") ? "reminder" : "thanks";

        // then
        assertThat(begun(workspace).tick("1h"))
                .contains(
                        "sends email " + sent + " to ada@example.com due 1h",
                        "holds email " + other + " due 1h until 11h 30m: cap");
    }

    @Test
    void aPriorityCountsAlsoWhereAnOfferComesBeforeTheMessage() {
        // given
        Step urgent = new Step.Send(
                new StepId("thanks"),
                List.of(Channel.EMAIL),
                new TemplateId("thanks"),
                Optional.empty(),
                Map.of(),
                handling(Quiet.DEFER, Priority.HIGH),
                3);
        Life life = begun(workspace(
                capped(new Cap(Optional.of(1), Optional.empty(), false)),
                hourly("j", send("reminder", 2, Channel.EMAIL)),
                journey(
                        "k",
                        onAny("A"),
                        List.of(),
                        pause("pause", HOUR, 1),
                        offer("back-5", 5, Duration.ofDays(3), 2),
                        urgent)));

        // then
        assertThat(life.tick("1h"))
                .contains("sends email thanks to ada@example.com due 1h", "skips reminder on [EMAIL]: cap");
    }

    @Test
    void ofMessagesHeldUntilTheSameMomentTheHigherPriorityGoesFirst() {
        // given: both held back by a siesta, and one a day
        Policies policies = new Policies(
                NONE.weekend(),
                Map.of(Channel.EMAIL, SIESTA),
                Map.of(Channel.EMAIL, new Cap(Optional.of(1), Optional.empty(), false)),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Life life = begun(workspace(
                policies,
                hourly("j", sendAs(handling(Quiet.DEFER, Priority.LOW), Optional.empty(), "reminder", Channel.EMAIL)),
                hourly("k", send("thanks", 2, Channel.EMAIL))));
        life.tick("1h");

        // then
        assertThat(life.tick("4h 30m"))
                .contains("sends email thanks to ada@example.com due 1h", "skips reminder on [EMAIL]: cap");
    }

    @Test
    void aCustomerWhoIsHeldOutGetsNothingAndGoesOn() {
        // given
        Life life = begun(workspace(holdingOutAllBut("service"), hourly(send("reminder", 2, Channel.EMAIL))));

        // then
        assertThat(life.tick("1h")).containsExactly("skips reminder on [EMAIL]: holdout", "waits at rest until 2h");
        assertThat(life.tick("2h")).containsExactly("finished j at rest: completed");
    }

    @Test
    void aTopicOutsideOfTheHoldoutReachesAll() {
        // given
        Life life = begun(workspace(
                holdingOutAllBut("service"),
                hourly(sendAs(about("service"), Optional.empty(), "reminder", Channel.EMAIL))));

        // then
        assertThat(life.tick("1h")).contains("sends email reminder to ada@example.com due 1h");
    }

    @Test
    void anOfferOverTheBudgetIsRefusedAndSoIsTheMessageThatShowsIt() {
        // given
        Policies one = new Policies(
                NONE.weekend(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(new Policies.OfferBudget(1, Duration.ofDays(30))));
        Workspace workspace = workspace(
                one,
                journey(
                        "j",
                        onAny("A"),
                        List.of(),
                        offer("back-5", 5, Duration.ofDays(3), 1),
                        send("deal", 2, Channel.EMAIL)));
        Life life = Life.reachable(workspace);

        // then
        assertThat(life.event("0m", "A"))
                .contains("offers back-5 until 3d", "sends email deal to ada@example.com due 0m");
        assertThat(life.late("29d 23h", "29d 23h", "A"))
                .contains("refuses back-5: budget", "skips deal on [EMAIL]: no-offer");
        assertThat(life.late("30d", "30d", "A")).contains("offers back-5 until 33d");
    }

    @Test
    void messagesInTheShopNeedNoAddress() {
        // given
        Life life = new Life(workspace(NONE, hourly(send("reminder", 2, Channel.INAPP))));
        life.identify(Map.of("consents", Map.of("inapp", true)));
        life.event("0m", "A");

        // then
        assertThat(life.tick("1h")).contains("sends inapp reminder to ada due 1h");
    }

    @Test
    void aMessageWhoseTurnIsAlwaysTakenIsGivenUpInTheEnd() {
        // given: one a day, and one of higher priority every day
        Life life = begun(workspace(
                capped(new Cap(Optional.of(1), Optional.empty(), true)),
                hourly("j", sendAs(handling(Quiet.DEFER, Priority.LOW), Optional.empty(), "reminder", Channel.EMAIL)),
                journey("k", onAny("C"), List.of(), send("thanks", 1, Channel.EMAIL))));
        life.event("30m", "C");
        life.tick("1h");
        for (int day = 1; day <= 32; day++) {
            life.event(day + "d", "C");
        }

        // when: each day's first moment comes only after that day's other message
        List<String> decided = life.tick("32d 1h");

        // then
        assertThat(decided).contains("skips reminder on [EMAIL]: cap");
    }
}
