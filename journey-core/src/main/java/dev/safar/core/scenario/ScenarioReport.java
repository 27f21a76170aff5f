package dev.safar.core.scenario;

import dev.safar.core.compile.Problem;
import java.util.List;

/** How the scenarios of a workspace went; with errors, the files that have them were not played. */
public record ScenarioReport(List<ScenarioResult> results, List<Problem> problems) {

    public ScenarioReport {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /** Every scenario could be read, and did what it says. */
    public boolean passed() {
        return problems.stream().noneMatch(Problem::isError) && results.stream().allMatch(ScenarioResult::passed);
    }
}
