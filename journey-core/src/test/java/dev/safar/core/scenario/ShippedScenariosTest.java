package dev.safar.core.scenario;

import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The workspaces that come with the product are without a fault, and every scenario in them holds. */
class ShippedScenariosTest {

    private static final List<WorkspaceFiles> WORKSPACES = List.of(Shipped.files(), Shipped.examples());

    @Test
    void theyCheckCleanWithoutEvenAWarning() {
        assertThat(WORKSPACES)
                .flatExtracting(files -> WorkspaceCompiler.compile(files).problems())
                .isEmpty();
    }

    @Test
    void scenariosHaveNoProblems() {
        assertThat(reports()).allSatisfy(report -> {
            assertThat(report.problems()).isEmpty();
            assertThat(report.results()).isNotEmpty();
        });
    }

    @Test
    void everyJourneyHasScenarios() {
        assertThat(WORKSPACES).allSatisfy(files -> {
            Set<JourneyId> told = Scenarios.run(Shipped.compiled(files), files).results().stream()
                    .flatMap(result -> result.totals().keySet().stream())
                    .collect(Collectors.toSet());
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(Shipped.compiled(files).journeys().stream()
                            .map(journey -> journey.ref().id())
                            .toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> scenariosHold() {
        return reports()
                .flatMap(report -> report.results().stream())
                .map(result -> DynamicTest.dynamicTest(result.where().file() + ": " + result.name(), () -> {
                    assertThat(result.difference()).isEqualTo(List.of());
                    assertThat(result.totals().values()).allMatch(JourneyTotals::balanced);
                }));
    }

    private static Stream<ScenarioReport> reports() {
        return WORKSPACES.stream().map(files -> Scenarios.run(Shipped.compiled(files), files));
    }
}
