package dev.safar.standalone.cli;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.Problem;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.core.scenario.ScenarioReport;
import dev.safar.core.scenario.ScenarioResult;
import dev.safar.core.scenario.Scenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The scenarios of a workspace, played once.
 *
 * @param problems of the workspace if it has errors, and nothing was played; of the scenarios' files otherwise
 * @param took for everything, from compiling the workspace on
 */
record TestRun(List<Played> scenarios, List<Problem> problems, Duration took) {

    private static final double MILLIS_PER_SECOND = 1e3;

    TestRun {
        scenarios = List.copyOf(scenarios);
        problems = List.copyOf(problems);
    }

    /** A scenario, and how long it took to play. */
    record Played(ScenarioResult result, Duration took) {}

    static TestRun of(WorkspaceFiles files) {
        long began = System.nanoTime();
        Compilation compilation = WorkspaceCompiler.compile(files);
        if (compilation instanceof Compilation.Compiled compiled) {
            return play(compiled.workspace(), files, began);
        }
        return new TestRun(List.of(), compilation.problems(), since(began));
    }

    private static TestRun play(Workspace workspace, WorkspaceFiles files, long began) {
        List<Played> scenarios = new ArrayList<>();
        long[] last = {System.nanoTime()};
        ScenarioReport report = Scenarios.run(workspace, files, result -> {
            scenarios.add(new Played(result, since(last[0])));
            last[0] = System.nanoTime();
        });
        return new TestRun(scenarios, report.problems(), since(began));
    }

    boolean isEmpty() {
        return scenarios.isEmpty() && problems.isEmpty();
    }

    /** Something was played, and all of it did what it should. */
    boolean passed() {
        return !scenarios.isEmpty() && errors() == 0 && failed() == 0;
    }

    long succeeded() {
        return scenarios.size() - failed();
    }

    long failed() {
        return scenarios.stream().filter(played -> !played.result().passed()).count();
    }

    long errors() {
        return problems.stream().filter(Problem::isError).count();
    }

    /** To the millisecond. */
    static double seconds(Duration length) {
        return length.toMillis() / MILLIS_PER_SECOND;
    }

    @Override
    public String toString() {
        String unread = errors() == 0 ? "" : ", files with problems not played";
        return String.format(
                Locale.ROOT, "%d passed, %d failed%s, in %.1f s", succeeded(), failed(), unread, seconds(took));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
