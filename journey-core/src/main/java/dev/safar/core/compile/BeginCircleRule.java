package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;

/** No journey begins itself again, however long the way: a story that has no end is a mistake. */
final class BeginCircleRule implements WorkspaceRule {

    @Override
    public void check(Together together, Problems problems) {
        links(together).circles().forEach((link, names) -> {
            String message =
                    "these journeys begin each other for ever: " + String.join(" → ", names) + "; let one of them end";
            problems.error(link.where().where(), "begin-circle", message);
        });
    }

    /** Which journeys begin which others, sooner or later. */
    static Links links(Together together) {
        Links links = new Links();
        for (JourneyDraft journey : together.journeys()) {
            for (WrittenStep step : journey.written().allSteps()) {
                if (step instanceof WrittenStep.Begin begin) {
                    links.add(new Links.Link(journey.name(), begin.journey().text(), begin.journey()));
                }
            }
        }
        return links;
    }
}
