package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenAwaited;
import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.expression.ShopEvents;
import java.util.stream.Stream;

/** An event that never comes is noticed by nobody: whoever bought would still be reminded. */
final class MisspeltEventRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        names(journey.written())
                .forEach(name -> Nearest.slip(name.text(), ShopEvents.names()).ifPresent(meant -> {
                    String message = "'" + name.text() + "' is no usual event of a shop; did you mean '" + meant + "'?";
                    problems.warn(name.where(), "misspelt-event", message);
                }));
    }

    private static Stream<YamlNode.Scalar> names(WrittenJourney journey) {
        Stream<YamlNode.Scalar> around = Stream.concat(
                journey.stops().stream().map(WrittenEvent::on),
                journey.goal().stream().map(goal -> goal.event().on()));
        Stream<YamlNode.Scalar> inside = journey.allSteps().stream().flatMap(MisspeltEventRule::awaited);
        return Stream.concat(start(journey.start()), Stream.concat(around, inside));
    }

    private static Stream<YamlNode.Scalar> start(WrittenStart start) {
        if (start instanceof WrittenStart.OnEvent onEvent) {
            return Stream.of(onEvent.event().on());
        }
        return start instanceof WrittenStart.Inactive inactive ? Stream.of(inactive.event()) : Stream.empty();
    }

    private static Stream<YamlNode.Scalar> awaited(WrittenStep step) {
        if (!(step instanceof WrittenStep.WaitFor wait)) {
            return Stream.empty();
        }
        return wait.awaited().stream()
                .filter(WrittenAwaited.OfEvent.class::isInstance)
                .map(awaited -> ((WrittenAwaited.OfEvent) awaited).event().on());
    }
}
