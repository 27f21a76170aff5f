package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStart;

/** An event that happens again and again says which run it belongs to, or what to do then. */
final class StartWithoutKeyRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        if (journey.written().start() instanceof WrittenStart.OnEvent start
                && start.key().isEmpty()
                && start.again().isEmpty()) {
            String message =
                    "'" + start.event().on().text() + "' can happen again while a run is under way and is then "
                            + "ignored; add a 'key', or 'again: ignore' if that is meant";
            problems.warn(start.where(), "start-without-key", message);
        }
    }
}
