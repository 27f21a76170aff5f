package dev.safar.core.compile;

import java.util.List;

/**
 * One thing that has to be true of the journeys of a workspace together. A new rule is a class of this kind and a line in
 * {@link WorkspaceRules}.
 */
interface WorkspaceRule {

    void check(List<JourneyDraft> journeys, JourneyDraft.Surroundings around, Problems problems);
}
