package dev.safar.core.compile;

import java.util.List;
import java.util.Set;

/**
 * One thing that has to be true of the journeys of a workspace together. A new rule is a class of this kind and a line in
 * {@link WorkspaceRules}.
 */
interface WorkspaceRule {

    void check(Together together, Problems problems);

    /**
     * The journeys of a workspace.
     *
     * @param journeys those that could be read
     * @param names of those that could not, too
     */
    record Together(List<JourneyDraft> journeys, Set<String> names, JourneyDraft.Surroundings around) {
        public Together {
            journeys = List.copyOf(journeys);
            names = Set.copyOf(names);
        }
    }
}
