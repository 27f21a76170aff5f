package dev.safar.standalone.cli;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.model.Workspace;
import dev.safar.standalone.app.WorkspaceRefused;
import dev.safar.standalone.backtest.Backtest;
import dev.safar.standalone.backtest.BacktestJson;
import dev.safar.standalone.backtest.BacktestReport;
import dev.safar.standalone.backtest.BacktestRequest;
import dev.safar.standalone.backtest.Progress;
import dev.safar.standalone.backtest.Recording;
import dev.safar.standalone.backtest.ReportText;
import dev.safar.standalone.backtest.Resources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar backtest}: what journeys would have done to recorded events. */
@Command(
        name = "backtest",
        description =
                "Live recorded events through journeys, in virtual time, as production would have; nothing is sent.",
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--journeys",
            paramLabel = "DIR",
            description = "The workspace. If absent, the current folder if it is one, else 'journeys' in it,"
                    + " else the one that comes with Safar.")
    private Optional<Path> journeys = Optional.empty();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            required = true,
            description = "Recorded calls of Segment's API, one JSON object a line, in any order; gzip is fine;"
                    + " - reads standard input.")
    private Path events;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write every decision there, a line of JSON each, in order of time.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Another workspace: say who would get something different.")
    private Optional<Path> against = Optional.empty();

    @Option(
            names = "--differences",
            paramLabel = "FILE",
            description = "With --against: write every customer who would get something different there, a line of JSON"
                    + " each.")
    private Optional<Path> differences = Optional.empty();

    @Option(
            names = "--show",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "10",
            description = "With --against: how many of those customers to print (default: ${DEFAULT-VALUE}).")
    private int shown;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description =
                    "Let time go on until then, such as 2026-03-01T00:00:00Z; it never ends before the last event.")
    private Optional<Instant> until = Optional.empty();

    @Option(
            names = "--temp",
            paramLabel = "DIR",
            description = "Where to put what does not fit into memory, about as much as the file unpacked"
                    + " (default: the system's folder for temporary files).")
    private Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to print the report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    /** For people or for machines. */
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws InterruptedException {
        Path directory = journeys.orElseGet(WorkspaceArgument::nearest);
        Workspace workspace = compiled(directory);
        Optional<Workspace> other = against.map(BacktestCommand::compiled);
        PrintWriter err = spec.commandLine().getErr();
        try (Recording recording = recording()) {
            var files = new BacktestRequest.Files(out, differences.filter(file -> other.isPresent()), shown);
            var request = new BacktestRequest(recording, workspace, other, until, files);
            BacktestReport report = Backtest.run(request, Resources.ofThisMachine(temporary), progress(recording));
            print(report, workspace);
            return ExitCode.OK;
        } catch (IOException e) {
            err.println("safar: " + told(e));
            return ExitCode.COULD_NOT_START;
        }
    }

    private static Workspace compiled(Path directory) {
        Compilation compilation = WorkspaceCompiler.compile(Workspaces.read(directory));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new WorkspaceRefused(compilation.problems());
    }

    private Recording recording() throws IOException {
        return events.equals(Path.of(STANDARD_INPUT)) ? Recording.of(System.in) : Recording.open(events);
    }

    private Progress progress(Recording recording) {
        return Ansi.AUTO.enabled() ? new ProgressLine(spec.commandLine().getErr(), recording.size()) : Progress.SILENT;
    }

    private void print(BacktestReport report, Workspace workspace) {
        PrintWriter printer = spec.commandLine().getOut();
        if (format == Format.json) {
            printer.println(BacktestJson.of(report));
        } else {
            String other = against.map(Path::toString).orElse("");
            ReportText.of(report, workspace, other).forEach(printer::println);
        }
    }

    private static String told(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no access to " + denied.getFile();
        }
        if (failure instanceof FileSystemException file) {
            return file.getFile() + ": " + file.getReason();
        }
        return failure.getMessage();
    }
}
