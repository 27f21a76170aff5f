package dev.safar.standalone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.Problem;
import dev.safar.core.compile.Problem.Severity;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code safar check}: every problem of a workspace. */
@Command(
        name = "check",
        description = "Print every problem of a workspace, as file:line:column; exit 1 if there are errors.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        WorkspaceFiles files = workspace.read();
        Compilation compilation = WorkspaceCompiler.compile(files);
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.JSON) {
            out.println(new JsonReport(files)
                    .of(workspace.path(), compilation.problems(), json -> sizes(compilation, json)));
        } else {
            compilation.problems().forEach(out::println);
            out.println(workspace.path() + ": " + summary(compilation));
        }
        return compilation instanceof Compilation.Compiled ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    private static void sizes(Compilation compilation, JsonGenerator json) throws IOException {
        if (compilation instanceof Compilation.Compiled compiled) {
            json.writeNumberField("journeys", compiled.workspace().journeys().size());
            json.writeNumberField("templates", compiled.workspace().templates().size());
        }
    }

    private static String summary(Compilation compilation) {
        String problems = count(compilation.problems(), Severity.ERROR, "error") + ", "
                + count(compilation.problems(), Severity.WARNING, "warning");
        if (compilation instanceof Compilation.Compiled compiled) {
            return counted(compiled.workspace().journeys().size(), "journey") + ", "
                    + counted(compiled.workspace().templates().size(), "template") + ", " + problems;
        }
        return problems;
    }

    private static String count(List<Problem> problems, Severity severity, String name) {
        return counted(
                problems.stream()
                        .filter(problem -> problem.severity() == severity)
                        .count(),
                name);
    }

    private static String counted(long count, String name) {
        return (count == 0 ? "no" : Long.toString(count)) + " " + name + (count == 1 ? "" : "s");
    }
}
