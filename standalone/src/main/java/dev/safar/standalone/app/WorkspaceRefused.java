package dev.safar.standalone.app;

import dev.safar.core.compile.Problem;
import java.util.List;

/** The workspace has problems, so that nothing was started. */
public final class WorkspaceRefused extends StartFailure {

    private final transient List<Problem> problems;

    public WorkspaceRefused(List<Problem> problems) {
        super("the workspace has errors");
        this.problems = List.copyOf(problems);
    }

    /** All of them, as {@code safar check} prints them. */
    public List<Problem> problems() {
        return problems;
    }
}
