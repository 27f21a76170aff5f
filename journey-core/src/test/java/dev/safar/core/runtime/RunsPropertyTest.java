package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.RunId;
import dev.safar.core.model.Start;
import dev.safar.core.model.StopRule;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every journey and every order of events, however strange. */
class RunsPropertyTest {

    private static final int TRIES = 500;

    @Provide
    Arbitrary<Workspace> workspaces() {
        return RandomJourneys.workspaces();
    }

    @Provide
    Arbitrary<List<RandomLife.Move>> scripts() {
        return RandomLife.scripts();
    }

    @Property(tries = TRIES)
    void allDecisionsInOrderRebuildTheCustomer(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<RandomLife.Moment> life = RandomLife.of(workspace, script);

        List<Decision> decisions =
                life.stream().flatMap(moment -> moment.decided().stream()).toList();
        Customer live = life.get(life.size() - 1).after();
        assertThat(Evolution.replay(Customer.unknown("ada"), decisions)).isEqualTo(live);
    }

    @Property(tries = TRIES)
    void everyRunIsInExactlyOnePlace(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        Set<RunId> waiting = new HashSet<>();
        Set<RunId> ever = new HashSet<>();
        for (RandomLife.Moment moment : RandomLife.of(workspace, script)) {
            for (Decision decision : moment.decided()) {
                if (decision instanceof RunDecision.Entered entered) {
                    assertThat(ever.add(entered.run())).isTrue();
                    waiting.add(entered.run());
                } else if (decision instanceof RunDecision.Finished finished) {
                    assertThat(waiting.remove(finished.run())).isTrue();
                }
            }
            assertThat(moment.after().runs().stream().filter(Run::live).map(Run::id))
                    .containsExactlyInAnyOrderElementsOf(waiting);
        }
    }

    @Property(tries = TRIES)
    void nothingIsSentOnceAStopIsKnown(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        Map<RunId, RunDecision.Entered> entered = new HashMap<>();
        List<Event> known = new ArrayList<>();
        for (RandomLife.Moment moment : RandomLife.of(workspace, script)) {
            for (Decision decision : moment.decided()) {
                if (decision instanceof CustomerDecision.EventApplied applied) {
                    known.add(eventOf(moment)
                            .filter(event -> event.messageId().equals(applied.messageId()))
                            .orElseGet(() -> emitted(applied)));
                } else if (decision instanceof RunDecision.Entered run) {
                    entered.put(run.run(), run);
                } else if (decision instanceof MessageDecision.MessageRequested sent) {
                    RunDecision.Entered run = entered.get(sent.run());
                    assertThat(known).noneMatch(event -> stops(event, run, workspace));
                }
            }
        }
    }

    /** All that steps let happen has the same fields. */
    private static Event emitted(CustomerDecision.EventApplied applied) {
        return new Event(applied.event(), applied.messageId(), applied.time(), Map.of("k", "key0"), Map.of(), false);
    }

    /** Written apart from the code it judges. The moment of the start itself is left to the order of the log. */
    private static boolean stops(Event event, RunDecision.Entered run, Workspace workspace) {
        Journey journey = workspace.journey(run.journey()).orElseThrow();
        boolean since = journey.start() instanceof Start.Inactive inactive
                ? event.time().isAfter(run.startedAt().minus(inactive.length()))
                        && event.name().equals(inactive.event())
                : event.time().isAfter(run.startedAt());
        return since && journey.stops().stream().anyMatch(rule -> names(rule, event, run.key()));
    }

    private static boolean names(StopRule rule, Event event, String key) {
        return rule.event().equals(event.name())
                && (rule.where().isEmpty() || key.equals(event.fields().get("k")));
    }

    private static Optional<Event> eventOf(RandomLife.Moment moment) {
        return moment.input() instanceof Input.Occurred occurred ? Optional.of(occurred.event()) : Optional.empty();
    }

    @Property(tries = TRIES)
    void aRepeatedInputChangesNothingButThePosition(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        Decider decider = new Decider(workspace);
        for (RandomLife.Moment moment : RandomLife.of(workspace, script)) {
            if (moment.input() instanceof Input.Scheduled) {
                continue; // whoever sends it sends it once
            }
            List<Decision> again = decider.decide(moment.after(), moment.input(), moment.now());
            assertThat(again).isEmpty();
            eventOf(moment).ifPresent(event -> {
                Input redelivered = new Input.Occurred(event, moment.after().offset() + 1);
                List<Decision> decided = decider.decide(moment.after(), redelivered, moment.now());
                assertThat(decided).hasExactlyElementsOfTypes(CustomerDecision.EventIgnored.class);
                assertThat(Evolution.replay(moment.after(), decided))
                        .isEqualTo(moment.after()
                                .but()
                                .offset(moment.after().offset() + 1)
                                .build());
            });
        }
    }

    @Property(tries = TRIES)
    void whatIsDueNextIsTheEarliestOfAllThatWaits(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        Map<RunId, Instant> dues = new HashMap<>();
        Map<String, Instant> silences = new HashMap<>();
        for (RandomLife.Moment moment : RandomLife.of(workspace, script)) {
            for (Decision decision : moment.decided()) {
                note(decision, dues, silences);
            }
            assertThat(moment.after().nextDue())
                    .isEqualTo(Stream.concat(dues.values().stream(), silences.values().stream())
                            .min(Instant::compareTo));
        }
    }

    private static void note(Decision decision, Map<RunId, Instant> dues, Map<String, Instant> silences) {
        if (decision instanceof RunDecision.Waiting waiting) {
            dues.remove(waiting.run());
            waiting.due().ifPresent(due -> dues.put(waiting.run(), due));
        } else if (decision instanceof RunDecision.Finished finished) {
            dues.remove(finished.run());
        } else if (decision instanceof CustomerDecision.SilenceArmed armed) {
            silences.put(armed.journey().value(), armed.due());
        } else if (decision instanceof CustomerDecision.SilenceEnded ended) {
            silences.remove(ended.journey().value());
        } else if (decision instanceof CustomerDecision.DateSet set) {
            silences.put("date " + set.journey(), set.due());
        } else if (decision instanceof CustomerDecision.DateCleared cleared) {
            silences.remove("date " + cleared.journey());
        } else if (decision instanceof CustomerDecision.SegmentCheckSet check) {
            silences.remove("segments");
            check.due().ifPresent(due -> silences.put("segments", due));
        }
    }

    @Property(tries = TRIES)
    void aTickDoesAllThatIsDueAndNothingElse(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        for (RandomLife.Moment moment : RandomLife.of(workspace, script)) {
            if (moment.input() instanceof Input.TimePassed) {
                boolean due = moment.before()
                        .nextDue()
                        .filter(time -> !time.isAfter(moment.now()))
                        .isPresent();
                assertThat(moment.decided().isEmpty()).isEqualTo(!due);
                assertThat(moment.after().nextDue().filter(time -> !time.isAfter(moment.now())))
                        .isEmpty();
            }
        }
    }

    @Property(tries = TRIES)
    void everyMessageHasAnIdOfItsOwn(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<MessageDecision.MessageRequested> sent = RandomLife.of(workspace, script).stream()
                .flatMap(moment -> moment.decided().stream())
                .filter(MessageDecision.MessageRequested.class::isInstance)
                .map(MessageDecision.MessageRequested.class::cast)
                .collect(Collectors.toList());
        assertThat(sent).extracting(MessageDecision.MessageRequested::message).doesNotHaveDuplicates();
    }

    @Property(tries = TRIES)
    void customersWhoShareAPartitionDoNotNoticeEachOther(
            @ForAll("workspaces") Workspace workspace,
            @ForAll("scripts") List<RandomLife.Move> one,
            @ForAll("scripts") List<RandomLife.Move> other,
            @ForAll List<Boolean> turns) {
        // given
        AtomicLong log = new AtomicLong(17);
        Decider shared = new Decider(workspace);
        RandomLife ada = new RandomLife(shared, "ada", log::getAndIncrement);
        RandomLife bob = new RandomLife(shared, "bob", log::getAndIncrement);
        Iterator<RandomLife.Move> ofAda = one.iterator();
        Iterator<RandomLife.Move> ofBob = other.iterator();

        // when
        bob.begin();
        ada.begin();
        for (boolean turn : turns) {
            if (turn && ofAda.hasNext()) {
                ada.make(ofAda.next());
            } else if (!turn && ofBob.hasNext()) {
                bob.make(ofBob.next());
            }
        }
        ofAda.forEachRemaining(ada::make);
        ofBob.forEachRemaining(bob::make);

        // then
        assertThat(decided(ada.moments())).isEqualTo(decided(RandomLife.of(workspace, one)));
    }

    /** Everything but the position in the log. */
    private static List<Decision> decided(List<RandomLife.Moment> life) {
        return life.stream()
                .flatMap(moment -> moment.decided().stream())
                .map(RunsPropertyTest::anywhere)
                .toList();
    }

    private static Decision anywhere(Decision decision) {
        if (decision instanceof CustomerDecision.EventApplied event) {
            return new CustomerDecision.EventApplied(
                    event.event(), event.messageId(), event.time(), 0, event.kept(), event.impression(), event.at());
        }
        return decision instanceof CustomerDecision.EventIgnored event
                ? new CustomerDecision.EventIgnored(event.event(), event.messageId(), 0, event.reason(), event.at())
                : decision;
    }

    @Property(tries = TRIES)
    void aGoalIsReachedOnceARun(
            @ForAll("workspaces") Workspace workspace, @ForAll("scripts") List<RandomLife.Move> script) {
        List<Decision> life = RandomLife.of(workspace, script).stream()
                .flatMap(moment -> moment.decided().stream())
                .toList();
        assertThat(life)
                .filteredOn(RunDecision.GoalReached.class::isInstance)
                .extracting(decision -> ((RunDecision.GoalReached) decision).run())
                .doesNotHaveDuplicates();
    }
}
