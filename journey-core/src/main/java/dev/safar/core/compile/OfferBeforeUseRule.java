package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Channel;
import java.util.List;

/** A template that shows an offer is sent only where an offer was made before, on whatever way the run came. */
final class OfferBeforeUseRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        if (journey.whole()) {
            check(journey.written().steps(), false, journey.around().templates(), problems);
        }
    }

    /** Whether an offer has been made when these steps are done. */
    private static boolean check(
            List<WrittenStep> steps, boolean offered, TemplateCatalogue templates, Problems problems) {
        boolean made = offered;
        for (WrittenStep step : steps) {
            if (step instanceof WrittenStep.Send send && !made && showsOffer(send, templates)) {
                String message = "the template '" + send.template().text()
                        + "' shows an offer, but none is made before; add a step with 'offer'";
                problems.error(send.template().where(), RuleNames.UNKNOWN_VARIABLE, message);
            }
            boolean before = made;
            List<Boolean> ways = step.inside().stream()
                    .map(inner -> check(inner, before, templates, problems))
                    .toList();
            made = step instanceof WrittenStep.Offer || (ways.isEmpty() ? made : !ways.contains(false));
        }
        return made || endsInStop(steps);
    }

    private static boolean endsInStop(List<WrittenStep> steps) {
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof WrittenStep.Stop;
    }

    private static boolean showsOffer(WrittenStep.Send send, TemplateCatalogue templates) {
        return send.channels().stream()
                .map(YamlNode.Scalar::text)
                .flatMap(name -> Channel.ofWireName(name).stream())
                .flatMap(channel -> templates.variables(send.template().text(), channel).stream())
                .anyMatch(path -> path.startsWith("offer."));
    }
}
