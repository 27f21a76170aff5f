package dev.safar.core.compile;

import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;

/** Either a workspace, with warnings perhaps, or every problem found; never the first problem only. */
public sealed interface Compilation {

    /** All problems, in the order of file, line and column. */
    List<Problem> problems();

    /**
     * A workspace that can run.
     *
     * @param leftOut earlier versions that no longer compile, with what is wrong; their runs can't be finished
     */
    record Compiled(Workspace workspace, List<Problem> problems, Map<JourneyRef, List<Problem>> leftOut)
            implements Compilation {
        public Compiled {
            problems = List.copyOf(problems);
            leftOut = Map.copyOf(leftOut);
        }
    }

    record Rejected(List<Problem> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
