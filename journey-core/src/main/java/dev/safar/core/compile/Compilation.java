package dev.safar.core.compile;

import dev.safar.core.model.Workspace;
import java.util.List;

/** Either a workspace, with warnings perhaps, or every problem found; never the first problem only. */
public sealed interface Compilation {

    /** All problems, in the order of file, line and column. */
    List<Problem> problems();

    record Compiled(Workspace workspace, List<Problem> problems) implements Compilation {
        public Compiled {
            problems = List.copyOf(problems);
        }
    }

    record Rejected(List<Problem> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
