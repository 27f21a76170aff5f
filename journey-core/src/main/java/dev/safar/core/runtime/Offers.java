package dev.safar.core.runtime;

import dev.safar.core.model.Policies;
import dev.safar.core.model.Step;
import java.time.Instant;
import java.util.Optional;

/** Makes offers, as many as the budget of a customer allows. */
final class Offers {

    static final String BUDGET = "budget";

    private final Optional<Policies.OfferBudget> budget;

    Offers(Policies policies) {
        this.budget = policies.offers();
    }

    void make(Run run, Step.Offer step, Deliberation deliberation) {
        Instant now = deliberation.now();
        if (isSpent(deliberation.customer().pressure(), now)) {
            deliberation.emit(
                    new RunDecision.OfferRefused(run.id(), run.journey(), step.id(), step.offer(), BUDGET, now));
            return;
        }
        Offer offer = new Offer(
                step.offer(),
                step.percent(),
                Ids.offerCode(run.id(), step.offer()),
                Instants.after(now, step.validFor()));
        deliberation.emit(new RunDecision.Offered(run.id(), run.journey(), step.id(), offer, budget.isPresent(), now));
    }

    private boolean isSpent(Pressure pressure, Instant now) {
        return budget.map(limit -> pressure.offers().stream()
                                .filter(made -> made.isAfter(Instants.before(now, limit.within())))
                                .count()
                        >= limit.perCustomer())
                .orElse(false);
    }
}
