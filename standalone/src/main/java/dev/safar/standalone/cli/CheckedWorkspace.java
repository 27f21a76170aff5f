package dev.safar.standalone.cli;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.Problem;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.standalone.app.WorkspaceRefused;
import java.util.List;

/**
 * A workspace without errors.
 *
 * @param warnings which keep nobody from publishing it
 */
record CheckedWorkspace(WorkspaceFiles files, Workspace compiled, List<Problem> warnings) {

    /**
     * Compiles.
     *
     * @throws WorkspaceRefused if there are errors
     */
    static CheckedWorkspace of(WorkspaceFiles files) {
        Compilation compilation = WorkspaceCompiler.compile(files);
        if (compilation instanceof Compilation.Compiled compiled) {
            return new CheckedWorkspace(files, compiled.workspace(), compiled.problems());
        }
        throw new WorkspaceRefused(compilation.problems());
    }
}
