package dev.safar.engine;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The workspace in {@code journeys/} at the top of the repository, and the one to copy from. */
public final class ShippedWorkspace {

    private static final Path FOLDER = Path.of("..", "journeys");

    private ShippedWorkspace() {}

    public static WorkspaceFiles files() {
        return files(FOLDER);
    }

    /** The workspace in {@code examples/}. */
    public static Workspace examples() {
        return compile(files(Path.of("..", "examples")));
    }

    /** The workspace in a folder. */
    public static WorkspaceFiles files(Path folder) {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkspaceFiles(texts);
    }

    public static Workspace compiled() {
        return compile(files());
    }

    public static Workspace compile(WorkspaceFiles files) {
        if (WorkspaceCompiler.compile(files) instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new IllegalStateException(
                WorkspaceCompiler.compile(files).problems().toString());
    }
}
