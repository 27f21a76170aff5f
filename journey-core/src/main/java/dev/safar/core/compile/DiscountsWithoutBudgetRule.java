package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import java.util.Optional;

/** Where several journeys can discount the same customer, a budget keeps them from doing so all at once. */
final class DiscountsWithoutBudgetRule implements WorkspaceRule {

    @Override
    public void check(Together together, Problems problems) {
        boolean budget = together.around().settings().policies().offers().isPresent();
        if (budget || problems.anyErrorIn(SettingsReader.FILE)) {
            return;
        }
        Optional<JourneyDraft> first = Optional.empty();
        for (JourneyDraft journey : together.journeys()) {
            Optional<WrittenStep> offer = journey.written().allSteps().stream()
                    .filter(step -> step instanceof WrittenStep.Offer)
                    .findFirst();
            if (offer.isPresent() && first.isPresent()) {
                report(offer.get(), first.get().name(), problems);
            }
            first = first.or(() -> offer.map(step -> journey));
        }
    }

    private static void report(WrittenStep offer, String other, Problems problems) {
        String message = "a customer can get this offer and those of '" + other
                + "'; add 'offers: { per_customer: 2, within: 30d }' to " + SettingsReader.FILE;
        problems.warn(offer.head().where(), "discounts-without-budget", message);
    }
}
