package dev.safar.standalone.cli;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.diagram.Diagrams;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Workspace;
import dev.safar.standalone.app.StartFailure;
import dev.safar.standalone.app.WorkspaceRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code safar diagram}: journeys as drawings. */
@Command(
        name = "diagram",
        description = "Draw a journey, or all of a workspace, as SVG or Mermaid.",
        mixinStandardHelpOptions = true)
final class DiagramCommand implements Callable<Integer> {

    private static final String ENDING = ".yaml";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "JOURNEY.yaml|DIR",
            arity = "0..1",
            description = "A journey's file, or a workspace for all of them. If absent, the workspace as with 'check'.")
    private Optional<Path> subject = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Drawn.Reader.class,
            defaultValue = "svg",
            description = "svg or mermaid (default: ${DEFAULT-VALUE}).")
    private Drawn format = Drawn.SVG;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write a file for each journey there. If absent, one journey is printed.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Path path = subject.orElseGet(WorkspaceArgument::nearest);
        boolean one = !Files.isDirectory(path) && path.toString().endsWith(ENDING);
        if (one && !Files.exists(path)) {
            throw new Workspaces.NotAWorkspace("there is no file " + path);
        }
        Path folder = one ? path.toAbsolutePath().normalize().getParent() : path;
        Workspace workspace = compiled(folder);
        Collection<Journey> journeys = one ? List.of(journey(path, workspace)) : workspace.journeys();
        if (out.isPresent()) {
            journeys.forEach(journey -> write(journey, out.get()));
        } else {
            print(journeys);
        }
        return ExitCode.OK;
    }

    private static Workspace compiled(Path folder) {
        Compilation compilation = WorkspaceCompiler.compile(Workspaces.read(folder));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new WorkspaceRefused(compilation.problems());
    }

    private static Journey journey(Path file, Workspace workspace) {
        String name = String.valueOf(file.getFileName()).replaceAll("\\.yaml$", "");
        return workspace.journeys().stream()
                .filter(journey -> journey.ref().id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new Workspaces.NotAWorkspace(file + " is no journey"));
    }

    private void print(Collection<Journey> journeys) {
        if (journeys.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), "there are " + journeys.size() + " journeys; name one, or say --out DIR");
        }
        PrintWriter printer = spec.commandLine().getOut();
        journeys.forEach(journey -> printer.print(format.draw(journey)));
        printer.flush();
    }

    private void write(Journey journey, Path folder) {
        Path file = folder.resolve(journey.ref().id().value() + format.ending());
        try {
            Files.createDirectories(folder);
            Files.writeString(file, format.draw(journey));
        } catch (IOException e) {
            throw new StartFailure("can't write " + file + ": " + e.getMessage(), e);
        }
        spec.commandLine().getOut().println(file);
    }

    /** How a journey is drawn. */
    enum Drawn {
        SVG,
        MERMAID;

        String draw(Journey journey) {
            return this == SVG ? Diagrams.svg(journey) : Diagrams.mermaid(journey);
        }

        String ending() {
            return this == SVG ? ".svg" : ".mmd";
        }

        /** Reads its name. */
        static final class Reader implements ITypeConverter<Drawn> {

            @Override
            public Drawn convert(String text) {
                return switch (text) {
                    case "svg" -> SVG;
                    case "mermaid" -> MERMAID;
                    default -> throw new TypeConversionException("'" + text + "' is not one of svg, mermaid");
                };
            }
        }
    }
}
