package dev.safar.core.compile;

import java.util.List;

/** All rules that a journey is checked against. */
final class JourneyRules {

    private static final List<JourneyRule> ALL = List.of(
            new FileNameRule(),
            new ExpressionRule(),
            new RunValueRule(),
            new UnknownSegmentRule(),
            new AgainRule(),
            new StartValueRule(),
            new StartTimeRule(),
            new PeriodRule(),
            new CronRule(),
            new DateReferenceRule(),
            new StartSegmentRule(),
            new ChannelRule(),
            new TemplateRule(),
            new DuplicateStepRule(),
            new MigrationRule(),
            new AwaitedMessageRule(),
            new HandlingRule(),
            new TopicRule(),
            new UrlRule(),
            new TemplateValueRule(),
            new UnreachableStepRule(),
            new OfferBeforeUseRule(),
            new NoStopOnPurchaseRule(),
            new WaitForWithoutTimeoutRule(),
            new RelativeWaitRule(),
            new StartWithoutKeyRule());

    private JourneyRules() {}

    static void check(JourneyDraft journey, Problems problems) {
        ALL.forEach(rule -> rule.check(journey, problems));
    }
}
