package dev.safar.standalone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.scenario.ScenarioResult;
import dev.safar.standalone.app.WorkspaceRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar test}: the scenarios of a workspace, in virtual time. */
@Command(
        name = "test",
        description =
                "Play the scenarios of a workspace (tests/*.yaml) in virtual time; exit 1 if one fails or there is"
                        + " none.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Mixin
    private FormatOption format;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results there too, as JUnit's XML.")
    private Optional<Path> junit = Optional.empty();

    @Override
    public Integer call() {
        WorkspaceFiles files = workspace.read();
        TestRun run = TestRun.of(files);
        junit.ifPresent(file -> new JUnitReport(run).writeTo(file));
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.JSON) {
            out.println(new JsonReport(files).of(workspace.path(), run.problems(), json -> write(run, json)));
        } else {
            print(run, out);
        }
        return run.passed() ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    private static void print(TestRun run, PrintWriter out) {
        if (run.scenarios().isEmpty() && run.errors() > 0) {
            throw new WorkspaceRefused(run.problems());
        }
        if (run.isEmpty()) {
            out.println("there are no scenarios; write some in tests/*.yaml");
            return;
        }
        run.problems().forEach(out::println);
        String file = "";
        for (TestRun.Played played : run.scenarios()) {
            if (!played.result().where().file().equals(file)) {
                file = played.result().where().file();
                out.println(file);
            }
            print(played.result(), out);
        }
        out.println(run);
    }

    private static void print(ScenarioResult result, PrintWriter out) {
        out.println("  " + (result.passed() ? "✓ " : "✗ ") + result.name());
        if (!result.passed()) {
            out.println("    " + result.where());
            result.difference().forEach(line -> out.println("    " + line));
        }
    }

    private static void write(TestRun run, JsonGenerator json) throws IOException {
        json.writeNumberField("passed", run.succeeded());
        json.writeNumberField("failed", run.failed());
        json.writeNumberField("seconds", TestRun.seconds(run.took()));
        json.writeArrayFieldStart("scenarios");
        for (TestRun.Played played : run.scenarios()) {
            ScenarioResult result = played.result();
            json.writeStartObject();
            json.writeStringField("file", result.where().file());
            json.writeNumberField("line", result.where().line());
            json.writeNumberField("column", result.where().column());
            json.writeStringField("name", result.name());
            json.writeBooleanField("passed", result.passed());
            json.writeNumberField("seconds", TestRun.seconds(played.took()));
            json.writeArrayFieldStart("difference");
            for (String line : result.difference()) {
                json.writeString(line);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
