package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.Collection;
import java.util.List;

/** Journeys that set each other off by events should wait somewhere: else they go round until they are stopped. */
final class LoopWithoutWaitRule implements WorkspaceRule {

    @Override
    public void check(Together together, Problems problems) {
        Links links = new Links();
        for (JourneyDraft journey : together.journeys()) {
            for (WrittenStep step : Links.atOnce(journey.written().steps())) {
                if (step instanceof WrittenStep.Emit emit) {
                    startedBy(emit.event(), together).forEach(name -> add(journey, name, emit.event(), links));
                } else if (step instanceof WrittenStep.Begin begin) {
                    add(journey, begin.journey().text(), begin.journey(), links);
                }
            }
        }
        Collection<List<String>> beginning =
                BeginCircleRule.links(together).circles().values();
        links.circles().forEach((link, names) -> {
            if (!beginning.contains(names)) {
                report(link, names, problems);
            }
        });
    }

    private static void report(Links.Link link, List<String> names, Problems problems) {
        String message = "these journeys set each other off without a wait: " + String.join(" → ", names)
                + "; add one, or a condition that comes to an end";
        problems.warn(link.where().where(), "loop-without-wait", message);
    }

    private static void add(JourneyDraft from, String to, YamlNode.Scalar where, Links links) {
        links.add(new Links.Link(from.name(), to, where));
    }

    private static List<String> startedBy(YamlNode.Scalar event, Together together) {
        return together.journeys().stream()
                .filter(journey -> journey.written().start() instanceof WrittenStart.OnEvent start
                        && start.event().on().text().equals(event.text()))
                .map(JourneyDraft::name)
                .toList();
    }
}
