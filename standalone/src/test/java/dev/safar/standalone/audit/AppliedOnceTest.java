package dev.safar.standalone.audit;

import dev.safar.engine.state.Applied;
import dev.safar.standalone.audit.AppliedOnce.Stretch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppliedOnceTest {

    private final Map<String, CustomerLine> customers = new HashMap<>();
    private final Verdicts verdicts = new Verdicts(20);

    @Test
    void customersWhoWentThroughTheirEventsOncePass() {
        // given
        ada(Applied.NOTHING.and(3).and(5), 5);

        // when
        AppliedOnce check = events(10, Set.of());
        check.event("ada", 3, true);
        check.event("ada", 5, true);
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
        List.of(3L, 5L, 9L).forEach(offset -> check.event("ada", offset, true));
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
        check.event("ada", 3, true);
        check.event("ada", 5, true);
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
        check.event("ada", 3, true);
        check.event("ada", 5, true);
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
        check.event("ada", 3, true);
        check.event("ada", 8, true);
        check.event("bob", 9, true);
        check.event("bob", 10, true);
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
        check.event("ada", 2, true);
        check.event("ada", 3, true);
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
        check.event("ada", 3, true);
        check.event("bob", 6, true);
        check.event("ada", 7, true);
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
        check.event("ada", 7, true);
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
        check.event("ada", 3, true);
        check.event("ada", 4, false);
        check.event("bob", 5, true);
        check.event("bob", 6, false);
        List.of(7L, 8L, 9L).forEach(offset -> check.event("eve", offset, offset == 7));
        check.conclude(0);

        // then
        assertThat(verdict().judged()).isEqualTo(2);
        assertThat(verdict().broken()).isZero();
        assertThat(verdict().notJudged().values()).containsExactly(1L);
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
        return new AppliedOnce(new Stretch(1, processed, putAside), customers, verdicts);
    }

    private Verdict verdict() {
        return verdicts.all().get(0);
    }

    private List<String> found() {
        return verdict().findings().stream().map(Finding::toString).toList();
    }
}
