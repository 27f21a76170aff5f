package dev.safar.core.compile;

import dev.safar.core.definition.WorkspaceFiles;
import java.util.List;

/** Turns the files of a workspace into something that runs, or into every problem they have. */
public final class WorkspaceCompiler {

    private WorkspaceCompiler() {}

    public static Compilation compile(WorkspaceFiles files) {
        return compile(files, List.of());
    }

    /**
     * Compiles a workspace beside earlier versions of its journeys.
     *
     * @param earlier per earlier version a workspace of its own: its journey file and the templates it uses; its runs are
     *     finished, none begins
     */
    public static Compilation compile(WorkspaceFiles files, List<WorkspaceFiles> earlier) {
        return new Compilation.Rejected(List.of());
    }
}
