package dev.safar.standalone.cli;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.core.scenario.ScenarioReport;
import dev.safar.core.scenario.ScenarioResult;
import dev.safar.core.scenario.Scenarios;
import dev.safar.standalone.app.WorkspaceRefused;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code safar test}: the scenarios of a workspace, in virtual time. */
@Command(
        name = "test",
        description =
                "Play the scenarios of a workspace (tests/*.yaml) in virtual time; exit 1 if one fails or there is none.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    private static final double NANOS_PER_SECOND = 1e9;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Override
    public Integer call() {
        long started = System.nanoTime();
        WorkspaceFiles files = workspace.read();
        ScenarioReport report = Scenarios.run(compiled(files), files);
        PrintWriter out = spec.commandLine().getOut();
        if (report.results().isEmpty() && report.problems().isEmpty()) {
            out.println("there are no scenarios; write some in tests/*.yaml");
            return ExitCode.PROBLEMS;
        }
        report.problems().forEach(out::println);
        String file = "";
        for (ScenarioResult result : report.results()) {
            if (!result.where().file().equals(file)) {
                file = result.where().file();
                out.println(file);
            }
            print(result, out);
        }
        out.println(summary(report, (System.nanoTime() - started) / NANOS_PER_SECOND));
        return report.passed() ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    private static Workspace compiled(WorkspaceFiles files) {
        Compilation compilation = WorkspaceCompiler.compile(files);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new WorkspaceRefused(compilation.problems());
    }

    private static void print(ScenarioResult result, PrintWriter out) {
        out.println("  " + (result.passed() ? "✓ " : "✗ ") + result.name());
        if (!result.passed()) {
            out.println("    " + result.where());
            result.difference().forEach(line -> out.println("    " + line));
        }
    }

    private static String summary(ScenarioReport report, double seconds) {
        long passed = report.results().stream().filter(ScenarioResult::passed).count();
        long failed = report.results().size() - passed;
        String unread = report.problems().isEmpty() ? "" : ", files with problems not played";
        return String.format(Locale.ROOT, "%d passed, %d failed%s, in %.1f s", passed, failed, unread, seconds);
    }
}
