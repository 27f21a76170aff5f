package dev.safar.standalone.backtest;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import java.util.Map;

/** Small workspaces that have two templates. */
final class Workspaces {

    private Workspaces() {}

    static Workspace of(String journey, String text) {
        Compilation compilation = WorkspaceCompiler.compile(new WorkspaceFiles(Map.of(
                "workspace.yaml",
                "zone: Asia/Tehran\nlocale: en\nconsent: { email: opt-out }\n",
                journey + ".yaml",
                text,
                "templates/hello/email.en.liquid",
                "---\nsubject: Hello\n---\nHello\n",
                "templates/bye/email.en.liquid",
                "---\nsubject: Bye\n---\nBye\n")));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new AssertionError(compilation.problems());
    }
}
