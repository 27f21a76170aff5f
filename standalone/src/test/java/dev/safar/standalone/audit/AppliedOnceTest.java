package dev.safar.standalone.audit;

import dev.safar.engine.state.Applied;
import dev.safar.standalone.audit.AppliedOnce.Event;
import dev.safar.standalone.audit.AppliedOnce.Stretch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppliedOnceTest {

    private static final long APPENDED = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

    private final Map<String, CustomerLine> customers = new HashMap<>();
    private final Verdicts verdicts = new Verdicts(20);
    private OptionalLong overdueBefore = OptionalLong.empty();

    @Test
    void customersWhoWentThroughTheirEventsOncePass() {
        // given
        ada(Applied.NOTHING.and(3).and(5), 5);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", surely(3));
        check.event("ada", surely(5));
        check.conclude(0);

        // then
        assertThat(verdict())
                .isEqualTo(
                        new Verdict(Guarantee.APPLIED_ONCE, 1, 0, List.of(), Map.of(), Map.of("events applied", 2L)));
    }

    @Test
    void anEventThatWasPassedOverIsNamed() {
        // given
        ada(Applied.NOTHING.and(3).and(9), 9);

        // when
        AppliedOnce check = events(10, Set.of());
        List.of(3L, 5L, 9L).forEach(offset -> check.event("ada", surely(offset)));
        check.conclude(0);

        // then
        assertThat(found())
                .containsExactly(
                        "customer ada, events-1@5: the event is lost: it was not applied, though later ones were");
    }

    @Test
    void anEventThatWasAppliedTwiceIsNamed() {
        // given
        ada(Applied.NOTHING.and(3).and(5).and(5), 5);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", surely(3));
        check.event("ada", surely(5));
        check.conclude(0);

        // then
        assertThat(found())
                .containsExactly("customer ada, events-1@5: the event was applied twice, or is not one of theirs");
    }

    @Test
    void otherEventsThanThoseOfTheLogAreNoticed() {
        // given
        ada(Applied.NOTHING.and(3).and(4), 5);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", surely(3));
        check.event("ada", surely(5));
        check.conclude(0);

        // then
        assertThat(found())
                .containsExactly("customer ada, events-1@5: 2 events were applied, the log has 2 up to here:"
                        + " not the same ones");
    }

    @Test
    void whatTheEngineHasGonePastIsLostForWhoHasNoRecordOfIt() {
        // given
        ada(Applied.NOTHING.and(3), 3);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", surely(3));
        check.event("ada", surely(8));
        check.event("bob", surely(9));
        check.event("bob", surely(10));
        check.conclude(0);

        // then
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "customer ada, events-1@8: 1 of the events after position 3 are lost, from here on",
                        "customer bob, events-1@9: 1 of the events after position -1 are lost, from here on");
        assertThat(verdict().noted()).containsEntry("events not processed yet", 1L);
    }

    @Test
    void deadLettersAreAccountedForAndUnreadableEventsOutsideOfThemAreNot() {
        // given
        ada(Applied.NOTHING.and(3), 3);

        // when
        AppliedOnce check = events(10, Set.of(2L, 4L));
        check.event("ada", surely(2));
        check.event("ada", surely(3));
        check.unreadable("ada", 4);
        check.unreadable("ada", 5);
        check.conclude(0);

        // then
        assertThat(found())
                .containsExactly("customer ada, events-1@5: the event can't be read and is in no dead letter");
        assertThat(verdict().noted()).containsEntry("events put aside as dead letters", 2L);
    }

    @Test
    void recordsOfEarlierVersionsAreJudgedFromWhereTheyBeganToCount() {
        // given
        ada(Applied.UNKNOWN.and(7), 7);
        customer("bob", Applied.UNKNOWN, 6);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", surely(3));
        check.event("bob", surely(6));
        check.event("ada", surely(7));
        check.conclude(0);

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict().judged()).isEqualTo(1);
        assertThat(verdict().notJudged())
                .containsExactly(Map.entry("customers of whom no event came since positions are counted", 1L));
    }

    @Test
    void whatTheLogNoLongerHasIsNotJudged() {
        // given
        ada(Applied.NOTHING.and(3).and(7), 7);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", surely(7));
        check.conclude(5);

        // then
        assertThat(verdict().notJudged())
                .containsExactly(Map.entry("customers whose first events the log no longer has", 1L));
    }

    @Test
    void whatOnlySomeVersionsObserveMayOrMayNotHaveBeenApplied() {
        // given
        ada(Applied.NOTHING.and(3).and(4), 4);
        customer("bob", Applied.NOTHING.and(5), 6);
        customer("eve", Applied.NOTHING.and(7).and(8), 9);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", surely(3));
        check.event("ada", new Event(4, APPENDED, false));
        check.event("bob", surely(5));
        check.event("bob", new Event(6, APPENDED, false));
        List.of(7L, 8L, 9L).forEach(offset -> check.event("eve", new Event(offset, APPENDED, offset == 7)));
        check.conclude(0);

        // then
        assertThat(verdict().judged()).isEqualTo(2);
        assertThat(verdict().broken()).isZero();
        assertThat(verdict().notJudged().values()).containsExactly(1L);
    }

    @Test
    void whatAnEngineThatIsBehindHasNotProcessedIsNoFinding() {
        // given
        ada(Applied.NOTHING.and(3), 3);

        // when
        AppliedOnce check = events(4, Set.of());
        List.of(3L, 5L).forEach(offset -> check.event("ada", surely(offset)));
        check.conclude(0);

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict().noted()).containsEntry("events not processed yet", 1L);
    }

    @Test
    void whatWasAppendedBeforeTheMomentThatWasAskedForHasToBeProcessed() {
        // given
        overdueBefore = OptionalLong.of(APPENDED + 1);
        ada(Applied.NOTHING.and(3), 3);

        // when
        AppliedOnce check = events(4, Set.of());
        List.of(3L, 5L).forEach(offset -> check.event("ada", surely(offset)));
        check.event("ada", new Event(6, APPENDED + 1, true));
        check.conclude(0);

        // then
        assertThat(found())
                .containsExactly(
                        "customer ada, events-1@5: the event has been in the log since 2026-03-01T10:00:00Z and"
                                + " is not processed");
        assertThat(verdict().noted()).containsEntry("events not processed yet", 1L);
    }

    private static Event surely(long offset) {
        return new Event(offset, APPENDED, true);
    }

    private void ada(Applied applied, long position) {
        customer("ada", applied, position);
    }

    private void customer(String id, Applied applied, long position) {
        CustomerLine line = new CustomerLine();
        line.store(new CustomerLine.Stored(position, applied, OptionalLong.empty(), OptionalLong.empty(), List.of()));
        customers.put(id, line);
    }

    private AppliedOnce events(long processed, Set<Long> putAside) {
        return new AppliedOnce(new Stretch(1, processed, putAside, overdueBefore), customers, verdicts);
    }

    private Verdict verdict() {
        return verdicts.all().get(0);
    }

    private List<String> found() {
        return verdict().findings().stream().map(Finding::toString).toList();
    }
}
