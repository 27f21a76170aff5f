package dev.safar.core.scenario;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The workspace that comes with the product, and workspaces written in a test. */
final class Shipped {

    private static final Path FOLDER = Path.of("..", "journeys");
    private static final Path EXAMPLES = Path.of("..", "examples");

    private Shipped() {}

    static WorkspaceFiles files() {
        return read(FOLDER);
    }

    static WorkspaceFiles examples() {
        return read(EXAMPLES);
    }

    static WorkspaceFiles read(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkspaceFiles(texts);
    }

    /** The shipped files with others in place of their scenarios. */
    static WorkspaceFiles withScenarios(String file, String text) {
        Map<String, String> texts = new TreeMap<>(files().texts());
        texts.keySet().removeIf(name -> name.startsWith("tests/"));
        texts.put(file, text);
        return new WorkspaceFiles(texts);
    }

    static Workspace compiled(WorkspaceFiles files) {
        if (WorkspaceCompiler.compile(files) instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new AssertionError(WorkspaceCompiler.compile(files).problems().toString());
    }
}
