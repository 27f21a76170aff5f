package dev.safar.core.compile;

import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who is offered a discount and buys should not go on getting discounts. */
final class NoStopOnPurchaseRule implements JourneyRule {

    private static final List<String> PURCHASES = List.of("order", "purchase", "checkout", "سفارش", "خرید");

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        WrittenJourney written = journey.written();
        boolean offers = written.allSteps().stream().anyMatch(step -> step instanceof WrittenStep.Offer);
        if (offers && events(written).stream().noneMatch(NoStopOnPurchaseRule::isPurchase)) {
            String message = "this journey makes offers and does not stop when the customer buys; "
                    + "add 'stop: [ { on: Order Completed } ]'";
            problems.warn(written.name().where(), "no-stop-on-purchase", message);
        }
    }

    private static List<YamlNode.Scalar> events(WrittenJourney journey) {
        List<YamlNode.Scalar> events = new ArrayList<>();
        if (journey.start() instanceof WrittenStart.OnEvent start) {
            events.add(start.event().on());
        }
        journey.stops().stream().map(WrittenEvent::on).forEach(events::add);
        journey.goal().ifPresent(goal -> events.add(goal.event().on()));
        return events;
    }

    private static boolean isPurchase(YamlNode.Scalar event) {
        String name = event.text().toLowerCase(Locale.ROOT);
        return PURCHASES.stream().anyMatch(name::contains);
    }
}
