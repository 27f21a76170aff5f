package dev.safar.standalone.chaos.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaultPlanTest {

    private static final Targets TARGETS = new Targets(3, 2, 2);

    @Test
    void sameSeedIsTheSamePlan() {
        assertThat(told(7)).isEqualTo(told(7)).hasSize(2);
    }

    @Test
    void asManyRoundsAsThereAreKindsGoThroughEachTwice() {
        // when
        Stream<FaultKind> drawn =
                LongStream.range(0, FaultKind.values().length).boxed().flatMap(seed -> FaultPlan.kinds(seed).stream());

        // then
        assertThat(drawn.collect(Collectors.groupingBy(kind -> kind, Collectors.counting())))
                .hasSize(FaultKind.values().length)
                .allSatisfy((kind, times) -> assertThat(times).isEqualTo(2));
    }

    @Test
    void everyKindCanBeDrawnOfOneBrokerAndOneEngine() {
        // given
        Targets few = new Targets(1, 1, 1);

        // when
        FaultPlan plan = FaultPlan.of(1, few, List.copyOf(EnumSet.allOf(FaultKind.class)));

        // then
        Set<String> told =
                plan.steps().stream().map(step -> step.fault().what()).collect(Collectors.toSet());
        assertThat(told).contains("kill -9 engine-1", "engines 1 → 3 → 1");
    }

    @Test
    void repetitionsAreExcusedWhereCallsOrTheirNotesMayBeCutOff() {
        // when
        FaultPlan plan = FaultPlan.of(1, TARGETS, List.copyOf(EnumSet.allOf(FaultKind.class)));

        // then
        assertThat(plan.steps().stream()
                        .map(FaultPlan.Step::fault)
                        .filter(fault -> fault.reach() != Fault.Reach.NONE)
                        .map(fault -> fault.reach() + " " + fault.what().replaceAll("[0-9.]+ s|-[0-9]$", "…")))
                .containsExactly(
                        "CALLS_OF_A_SENDER kill -9 dispatch…",
                        "SENDING kill -9 broker…",
                        "SENDING SIGSTOP for … dispatch…",
                        "SENDING restart broker…",
                        "SENDING link frozen for … dispatch…");
    }

    private static List<String> told(long seed) {
        return FaultPlan.draw(seed, TARGETS).steps().stream()
                .map(step -> step.pause() + " " + step.fault().what())
                .toList();
    }
}
