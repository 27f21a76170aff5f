package dev.safar.core.scenario;

import dev.safar.core.definition.WorkspaceFiles;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every scenario that comes with the product holds. */
class ShippedScenariosTest {

    private static final WorkspaceFiles FILES = Shipped.files();
    private static final ScenarioReport REPORT = Scenarios.run(Shipped.compiled(FILES), FILES);

    @Test
    void scenariosHaveNoProblems() {
        assertThat(REPORT.problems()).isEmpty();
        assertThat(REPORT.results()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> scenariosHold() {
        return REPORT.results().stream()
                .map(result -> DynamicTest.dynamicTest(result.where().file() + ": " + result.name(), () -> {
                    assertThat(result.difference()).isEqualTo(List.of());
                    assertThat(result.totals().values()).allMatch(JourneyTotals::balanced);
                }));
    }
}
