package dev.safar.core.scenario;

import dev.safar.core.compile.Problem;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.definition.YamlReader;
import dev.safar.core.definition.YamlReading;
import dev.safar.core.model.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Plays the scenarios of a workspace in virtual time, through the same code as in production. */
public final class Scenarios {

    private Scenarios() {}

    /** Every scenario of every {@code tests/*.yaml}; files with errors are reported and not played. */
    public static ScenarioReport run(Workspace workspace, WorkspaceFiles files) {
        return run(workspace, files, result -> {});
    }

    /**
     * Every scenario of every {@code tests/*.yaml}; files with errors are reported and not played.
     *
     * @param listener told of each scenario as soon as it has been played
     */
    public static ScenarioReport run(Workspace workspace, WorkspaceFiles files, Consumer<ScenarioResult> listener) {
        List<Problem> problems = new ArrayList<>();
        List<ScenarioResult> results = new ArrayList<>();
        for (Map.Entry<String, String> file : new TreeMap<>(files.texts()).entrySet()) {
            if (file.getKey().matches("tests/[^/]+\\.ya?ml")) {
                List<Problem> found = new ArrayList<>();
                List<Scenario> scenarios = read(file.getKey(), file.getValue(), workspace, found);
                problems.addAll(found);
                if (found.stream().noneMatch(Problem::isError)) {
                    scenarios.forEach(scenario -> {
                        ScenarioResult result = Rehearsal.of(workspace, scenario);
                        listener.accept(result);
                        results.add(result);
                    });
                }
            }
        }
        return new ScenarioReport(results, problems);
    }

    private static List<Scenario> read(String file, String text, Workspace workspace, List<Problem> problems) {
        YamlReading reading = YamlReader.read(file, text);
        if (reading instanceof YamlReading.Unreadable unreadable) {
            unreadable
                    .flaws()
                    .forEach(flaw -> problems.add(
                            new Problem(flaw.where(), Problem.Severity.ERROR, flaw.rule(), flaw.message())));
            return List.of();
        }
        List<Scenario> scenarios = new ScenarioReader(workspace, problems).read(((YamlReading.Read) reading).root());
        problems.sort(
                Comparator.comparingInt((Problem problem) -> problem.where().line())
                        .thenComparingInt(problem -> problem.where().column()));
        return scenarios;
    }
}
