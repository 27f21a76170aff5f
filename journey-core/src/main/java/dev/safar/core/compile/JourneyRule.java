package dev.safar.core.compile;

/** One thing that has to be true of a journey. A new rule is a class of this kind and a line in {@link JourneyRules}. */
interface JourneyRule {

    void check(JourneyDraft journey, Problems problems);
}
