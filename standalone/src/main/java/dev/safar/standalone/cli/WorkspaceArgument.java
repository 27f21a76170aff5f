package dev.safar.standalone.cli;

import dev.safar.core.definition.WorkspaceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The workspace a command is about. */
final class WorkspaceArgument {

    private static final String SHIPPED = "journeys";

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The workspace: a folder with workspace.yaml. If absent, the current folder if it is one,"
                    + " else 'journeys' in it, else the one that comes with Safar.")
    private Optional<Path> directory = Optional.empty();

    Path path() {
        return directory.orElseGet(WorkspaceArgument::nearest);
    }

    WorkspaceFiles read() {
        return Workspaces.read(path());
    }

    static Path nearest() {
        for (Path candidate : new Path[] {Path.of("."), Path.of(SHIPPED)}) {
            if (Files.exists(candidate.resolve("workspace.yaml"))) {
                return candidate;
            }
        }
        return Home.path().resolve(SHIPPED);
    }
}
