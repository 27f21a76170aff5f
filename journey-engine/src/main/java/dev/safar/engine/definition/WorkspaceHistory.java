package dev.safar.engine.definition;

import dev.safar.contracts.Definition;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.model.Workspace;
import java.util.ArrayList;
import java.util.List;

/** The workspaces that a definitions topic still has, each compiled as an engine of that time did. */
public final class WorkspaceHistory {

    private WorkspaceHistory() {}

    /** In the order of their publication; without those that do not compile, which no engine has taken. */
    public static List<Workspace> of(Iterable<Definition> definitions) {
        List<Workspace> workspaces = new ArrayList<>();
        DefinitionShelf shelf = new DefinitionShelf();
        for (Definition definition : definitions) {
            shelf.put(definition);
            for (Definition published : shelf.takeWorkspaces()) {
                if (WorkspaceCompiler.compile(shelf.filesOf(published), shelf.earlierThan(published))
                        instanceof Compilation.Compiled compiled) {
                    workspaces.add(compiled.workspace());
                }
            }
        }
        return workspaces;
    }
}
