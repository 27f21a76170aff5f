package dev.safar.core.runtime;

import dev.safar.core.model.Handling;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What policies promise, for any journeys and any life of weeks; judged apart from the code that decides. */
class PoliciesPropertyTest {

    private static final int TRIES = 500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");
    private static final int LONGER = 12;
    private static final int ENOUGH_TICKS = 45 * 4;
    private static final Duration BETWEEN_TICKS = Duration.ofHours(6);

    @Provide
    Arbitrary<Workspace> workspaces() {
        return RandomJourneys.workspacesWithPolicies();
    }

    @Provide
    Arbitrary<List<RandomLife.Move>> scripts() {
        return RandomLife.scripts().map(moves -> moves.stream()
                .map(move -> new RandomLife.Move(
                        move.kind(), move.pick(), move.pause().multipliedBy(LONGER), move.late()))
                .toList());
    }

    @Property(tries = TRIES)
    void noMessageLeavesInQuietHours(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        Policies policies = workspace.settings().policies();
        for (RandomLife.Moment moment : RandomLife.of(workspace, script)) {
            for (MessageDecision.MessageRequested sent : sent(List.of(moment))) {
                Policies.QuietHours hours = policies.quietHours().get(sent.channel());
                if (hours != null && handling(sent, workspace).quiet() != Handling.Quiet.IGNORE) {
                    LocalDateTime shown = LocalDateTime.ofInstant(sent.at(), zoneAt(moment));
                    assertThat(isWithin(hours, shown.toLocalTime())).isFalse();
                    assertThat(hours.weekend() && policies.weekend().contains(shown.getDayOfWeek()))
                            .isFalse();
                }
            }
        }
    }

    private static boolean isWithin(Policies.QuietHours hours, LocalTime time) {
        boolean after = !time.isBefore(hours.from());
        boolean before = time.isBefore(hours.to());
        return hours.from().isBefore(hours.to()) ? after && before : after || before;
    }

    @Property(tries = TRIES)
    void noCapIsExceeded(@ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<MessageDecision.MessageRequested> before = new ArrayList<>();
        for (RandomLife.Moment moment : RandomLife.of(workspace, script)) {
            for (MessageDecision.MessageRequested sent : sent(List.of(moment))) {
                Policies.Cap cap = workspace.settings().policies().caps().get(sent.channel());
                assertThat(sent.capped()).isEqualTo(cap != null);
                if (cap != null && !passesCaps(handling(sent, workspace))) {
                    cap.perDay().ifPresent(most -> assertThat(inDays(1, sent, before, zoneAt(moment)))
                            .isLessThan(most));
                    cap.perWeek().ifPresent(most -> assertThat(inDays(7, sent, before, zoneAt(moment)))
                            .isLessThan(most));
                }
                before.add(sent);
            }
        }
    }

    private static boolean passesCaps(Handling handling) {
        return handling.quiet() == Handling.Quiet.IGNORE && handling.priority() == Handling.Priority.HIGH;
    }

    /** How many went the same way on the last days of the customer's calendar, the day of {@code like} included. */
    private static long inDays(
            int days, MessageDecision.MessageRequested like, List<MessageDecision.MessageRequested> sent, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(like.at(), zone);
        LocalDate first = last.minusDays(days - 1L);
        return sent.stream()
                .filter(one -> one.channel() == like.channel())
                .map(one -> LocalDate.ofInstant(one.at(), zone))
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .count();
    }

    /** Customers move. */
    private static ZoneId zoneAt(RandomLife.Moment moment) {
        return moment.after().attributes().get("zone") instanceof String own ? ZoneId.of(own) : ZONE;
    }

    @Property(tries = TRIES)
    void whatIsHeldBackIsLookedAtAgainAndNotForEver(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<RandomLife.Move> andThenNothing = new ArrayList<>(script);
        for (int i = 0; i < ENOUGH_TICKS; i++) {
            andThenNothing.add(new RandomLife.Move(RandomLife.Kind.TICK, 0, BETWEEN_TICKS, Duration.ZERO));
        }

        List<RandomLife.Moment> life = RandomLife.of(workspace, andThenNothing);

        for (MessageDecision.MessageHeld held : all(life, MessageDecision.MessageHeld.class)) {
            assertThat(held.until())
                    .isAfter(held.at())
                    .isBeforeOrEqualTo(held.since().plus(Gate.LONGEST_HOLD));
        }
        RandomLife.Moment last = life.get(life.size() - 1);
        Instant tooLong = last.now().minus(Gate.LONGEST_HOLD).minus(BETWEEN_TICKS);
        assertThat(last.after().runs())
                .noneMatch(run ->
                        run.live() && run.heldSince().filter(tooLong::isAfter).isPresent());
    }

    @Property(tries = TRIES)
    void noMessageIsSentLaterThanItMay(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<RandomLife.Moment> life = RandomLife.of(workspace, script);

        for (MessageDecision.MessageRequested sent : sent(life)) {
            assertThat(sent.at()).isBeforeOrEqualTo(sent.notAfter().orElse(Instant.MAX));
        }
        for (MessageDecision.MessageHeld held : all(life, MessageDecision.MessageHeld.class)) {
            Optional<Duration> limit = ((Step.Send) step(held.journey(), held.step(), workspace)).notLaterThan();
            assertThat(held.until())
                    .isBeforeOrEqualTo(limit.map(held.since()::plus).orElse(Instant.MAX));
        }
    }

    @Property(tries = TRIES)
    void noBudgetIsExceeded(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<RandomLife.Moment> life = RandomLife.of(workspace, script);

        List<Instant> offers = all(life, RunDecision.Offered.class).stream()
                .map(RunDecision.Offered::at)
                .toList();
        workspace.settings().policies().offers().ifPresent(budget -> {
            for (int i = budget.perCustomer(); i < offers.size(); i++) {
                Duration between = Duration.between(offers.get(i - budget.perCustomer()), offers.get(i));
                assertThat(between).isGreaterThanOrEqualTo(budget.within());
            }
        });
    }

    @Property(tries = TRIES)
    void nothingIsRememberedThatNoPolicyCounts(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<RandomLife.Moment> life = RandomLife.of(workspace, script);

        Policies policies = workspace.settings().policies();
        Pressure pressure = life.get(life.size() - 1).after().pressure();
        assertThat(pressure.sends()).allMatch(sent -> policies.caps().containsKey(sent.channel()));
        assertThat(pressure.offers().isEmpty() || policies.offers().isPresent()).isTrue();
    }

    @Property(tries = TRIES)
    void allDecisionsInOrderRebuildTheCustomer(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<RandomLife.Moment> life = RandomLife.of(workspace, script);

        Customer live = life.get(life.size() - 1).after();
        assertThat(Evolution.replay(Customer.unknown("ada"), all(life, Decision.class)))
                .isEqualTo(live);
    }

    private static List<MessageDecision.MessageRequested> sent(List<RandomLife.Moment> life) {
        return all(life, MessageDecision.MessageRequested.class);
    }

    private static <T extends Decision> List<T> all(List<RandomLife.Moment> life, Class<T> kind) {
        return life.stream()
                .flatMap(moment -> moment.decided().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Handling handling(MessageDecision.MessageRequested sent, Workspace workspace) {
        return ((Step.Send) step(sent.journey(), sent.step(), workspace)).handling();
    }

    private static Step step(JourneyRef ref, StepId id, Workspace workspace) {
        Journey journey = workspace.journey(ref).orElseThrow();
        return journey.steps().get(journey.indexOf(id));
    }
}
