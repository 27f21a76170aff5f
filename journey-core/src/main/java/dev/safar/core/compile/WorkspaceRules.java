package dev.safar.core.compile;

import java.util.List;

/** All rules that the journeys of a workspace are checked against together. */
final class WorkspaceRules {

    private static final List<WorkspaceRule> ALL = List.of(new UnsentTemplateRule());

    private WorkspaceRules() {}

    static void check(List<JourneyDraft> journeys, JourneyDraft.Surroundings around, Problems problems) {
        ALL.forEach(rule -> rule.check(journeys, around, problems));
    }
}
