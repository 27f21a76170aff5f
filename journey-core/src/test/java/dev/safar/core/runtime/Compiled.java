package dev.safar.core.runtime;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;

/** Workspaces out of files, beside those that the tests build by hand. */
final class Compiled {

    private Compiled() {}

    static Workspace workspace(Map<String, String> files) {
        return ((Compilation.Compiled) WorkspaceCompiler.compile(new WorkspaceFiles(files))).workspace();
    }

    static Workspace workspace(Map<String, String> files, Map<String, String> earlier) {
        Compilation compilation =
                WorkspaceCompiler.compile(new WorkspaceFiles(files), List.of(new WorkspaceFiles(earlier)));
        return ((Compilation.Compiled) compilation).workspace();
    }
}
