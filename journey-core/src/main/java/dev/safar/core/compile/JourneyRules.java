package dev.safar.core.compile;

import java.util.List;

/** All rules that a journey is checked against. */
final class JourneyRules {

    private static final List<JourneyRule> OF_ITS_SURROUNDINGS =
            List.of(new UnknownSegmentRule(), new StartSegmentRule(), new TopicRule());

    private static final List<JourneyRule> OF_ITSELF = List.of(
            new FileNameRule(),
            new ExpressionRule(),
            new RunValueRule(),
            new AgainRule(),
            new StartValueRule(),
            new StartTimeRule(),
            new PeriodRule(),
            new CronRule(),
            new DateReferenceRule(),
            new ChannelRule(),
            new TemplateRule(),
            new DuplicateStepRule(),
            new MigrationRule(),
            new AwaitedMessageRule(),
            new HandlingRule(),
            new UrlRule(),
            new TemplateValueRule(),
            new UnreachableStepRule(),
            new OfferBeforeUseRule(),
            new MisspeltEventRule(),
            new NoStopOnPurchaseRule(),
            new WaitForWithoutTimeoutRule(),
            new RelativeWaitRule(),
            new StartWithoutKeyRule());

    private JourneyRules() {}

    static void check(JourneyDraft journey, Problems problems) {
        OF_ITSELF.forEach(rule -> rule.check(journey, problems));
        OF_ITS_SURROUNDINGS.forEach(rule -> rule.check(journey, problems));
    }

    /** A version that is only finished: what its surroundings have lost since does not end its runs. */
    static void checkEarlier(JourneyDraft journey, Problems problems) {
        OF_ITSELF.forEach(rule -> rule.check(journey, problems));
    }
}
