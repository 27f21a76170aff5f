package dev.safar.core.compile;

import java.util.List;

/** All rules that the journeys of a workspace are checked against together. */
final class WorkspaceRules {

    private static final List<WorkspaceRule> ALL = List.of(
            new UnsentTemplateRule(),
            new BegunJourneyRule(),
            new BeginCircleRule(),
            new LoopWithoutWaitRule(),
            new DiscountsWithoutBudgetRule());

    private WorkspaceRules() {}

    static void check(WorkspaceRule.Together together, Problems problems) {
        ALL.forEach(rule -> rule.check(together, problems));
    }
}
