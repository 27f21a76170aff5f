package dev.safar.standalone.audit;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Agenda;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.standalone.audit.DueTimers.Clockwork;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueTimersTest {

    private static final Instant DUE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final TaskState state = new TaskState();
    private final Verdicts verdicts = new Verdicts(20);
    private OptionalLong latest = OptionalLong.empty();

    @Test
    void whoIsDueLaterAndStandsInTheIndexPasses() {
        // given
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());

        // when
        judge(DUE.plus(GRACE), Duration.ZERO);

        // then
        assertThat(verdict()).isEqualTo(new Verdict(Guarantee.NOTHING_OVERDUE, 1, 0, List.of(), Map.of(), Map.of()));
    }

    @Test
    void whoIsStillWaitingLongAfterTheTickIsFound() {
        // given
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());

        // when
        judge(DUE.plus(GRACE).plusMillis(1), Duration.ZERO);

        // then
        assertThat(found())
                .containsExactly("customer ada, partition 1: due at 2026-03-01T10:00:00Z and still waiting at the tick"
                        + " of 2026-03-01T10:00:30.001Z");
    }

    @Test
    void anEngineThatIsBehindMayNotFire() {
        // given
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());

        // when
        judge(DUE.plus(GRACE).plusSeconds(60), Duration.ofSeconds(11));

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict().notJudged().values()).containsExactly(1L);
    }

    @Test
    void withoutAnyTickNothingIsOverdue() {
        // given
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());

        // when
        new DueTimers(
                        1,
                        new DueTimers.Clockwork(
                                DueTimers.Clockwork.NO_TICK, Duration.ZERO, GRACE, OptionalLong.empty()),
                        verdicts)
                .conclude(state, Set.of());

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict().notJudged().values()).containsExactly(1L);
    }

    @Test
    void anEngineThatIsBehindIsNoExcuseForWhoWasDueBeforeTheMomentThatWasAskedFor() {
        // given
        latest = OptionalLong.of(DUE.toEpochMilli() + 1);
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());

        // when
        judge(DUE.minusSeconds(7200), Duration.ofHours(2));

        // then
        assertThat(found())
                .containsExactly("customer ada, partition 1: due at 2026-03-01T10:00:00Z and still waiting; the last"
                        + " tick that the engine has been through is of 2026-03-01T08:00:00Z");
    }

    @Test
    void anEngineThatStandsStillIsNoExcuseEither() {
        // given
        latest = OptionalLong.of(DUE.toEpochMilli() + 1);
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());

        // when
        judge(DUE.minusSeconds(7200), Duration.ZERO);

        // then
        assertThat(verdict().broken()).isEqualTo(1);
    }

    @Test
    void whoIsDueAfterThatMomentMayWaitForAnEngineThatIsBehind() {
        // given
        latest = OptionalLong.of(DUE.toEpochMilli());
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());

        // when
        judge(DUE.minusSeconds(7200), Duration.ofHours(2));

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict().notJudged().values()).containsExactly(1L);
    }

    @Test
    void aTimerThatIsNotInTheIndexWouldNeverFire() {
        // given
        waiting(DUE.toEpochMilli());

        // when
        judge(DUE, Duration.ZERO);

        // then
        assertThat(found())
                .containsExactly("customer ada, partition 1: the record says that the timer index has it at"
                        + " 2026-03-01T10:00:00Z, and it has not: the timer would not fire");
    }

    @Test
    void whoIsDueAndNowhereInTheIndexIsFound() {
        // given
        store(OptionalLong.empty());

        // when
        judge(DUE, Duration.ZERO);

        // then
        assertThat(found())
                .containsExactly("customer ada, partition 1: due at 2026-03-01T10:00:00Z, and not in the timer index:"
                        + " it would not fire");
    }

    @Test
    void whatIsLeftBehindTheWatermarkIsFound() {
        // given
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());
        state.put(
                StoreKeys.WATERMARK.get(),
                ByteBuffer.allocate(8).putLong(DUE.toEpochMilli() + 1).array());

        // when
        judge(DUE, Duration.ZERO);

        // then
        assertThat(found())
                .containsExactly(
                        "customer ada, partition 1: the timer index still has an entry at 2026-03-01T10:00:00Z,"
                                + " behind 2026-03-01T10:00:00.001Z, up to where it has been fired");
    }

    @Test
    void aSecondEntryIsFoundAndOneThatWasTakenAwayIsNone() {
        // given
        waiting(DUE.toEpochMilli());
        entry(DUE.toEpochMilli());
        entry(DUE.toEpochMilli() + 5);
        entry(DUE.toEpochMilli() + 9);
        state.put(StoreKeys.timer(DUE.toEpochMilli() + 5, "ada").get(), null);

        // when
        judge(DUE, Duration.ZERO);

        // then
        assertThat(found())
                .containsExactly("customer ada, partition 1: the timer index has 2 entries, the record knows of one");
    }

    @Test
    void whoseTimerFailedIsTriedAgainLater() {
        // given
        waiting(DUE.toEpochMilli());
        entry(DUE.plusSeconds(3600).toEpochMilli());

        // when
        new DueTimers(
                        1,
                        new Clockwork(DUE.plusSeconds(600).toEpochMilli(), Duration.ZERO, GRACE, OptionalLong.empty()),
                        verdicts)
                .conclude(state, Set.of("ada"));

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict().notJudged().values()).containsExactly(1L);
    }

    private void waiting(long indexed) {
        store(OptionalLong.of(indexed));
    }

    private void store(OptionalLong indexed) {
        var agenda = new Agenda(Map.of(new JourneyId("win-back"), DUE), Map.of(), Optional.empty());
        var customer = new CustomerBuilder("ada").offset(4).agenda(agenda).build();
        byte[] stored = CustomerCodec.encode(new StoredCustomer(customer, indexed, true, Applied.NOTHING.and(4)));
        state.put(StoreKeys.customer("ada").get(), stored);
    }

    private void entry(long millis) {
        state.put(StoreKeys.timer(millis, "ada").get(), new byte[] {1});
    }

    private void judge(Instant tick, Duration behind) {
        new DueTimers(1, new Clockwork(tick.toEpochMilli(), behind, GRACE, latest), verdicts).conclude(state, Set.of());
    }

    private Verdict verdict() {
        return verdicts.all().stream()
                .filter(verdict -> verdict.guarantee() == Guarantee.NOTHING_OVERDUE)
                .findFirst()
                .orElseThrow();
    }

    private List<String> found() {
        return verdict().findings().stream().map(Finding::toString).toList();
    }
}
