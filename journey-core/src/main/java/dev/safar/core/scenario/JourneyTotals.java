package dev.safar.core.scenario;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.RunDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many runs of a journey began, are under way, and have ended. */
public record JourneyTotals(long entered, long waiting, long finished) {

    /** Nobody is lost and nobody counts twice. */
    public boolean balanced() {
        return entered == waiting + finished;
    }

    private JourneyTotals plus(JourneyTotals other) {
        return new JourneyTotals(entered + other.entered, waiting + other.waiting, finished + other.finished);
    }

    /** Of one customer: what was decided since nothing was known of them, and where they are now. */
    static Map<JourneyId, JourneyTotals> of(List<Decision> decisions, Customer customer) {
        Map<JourneyId, JourneyTotals> totals = new HashMap<>();
        for (Decision decision : decisions) {
            if (decision instanceof RunDecision.Entered entered) {
                totals.merge(entered.journey().id(), new JourneyTotals(1, 0, 0), JourneyTotals::plus);
            } else if (decision instanceof RunDecision.Finished finished) {
                totals.merge(finished.journey().id(), new JourneyTotals(0, 0, 1), JourneyTotals::plus);
            }
        }
        for (Run run : customer.runs()) {
            if (run.live()) {
                totals.merge(run.journey().id(), new JourneyTotals(0, 1, 0), JourneyTotals::plus);
            }
        }
        return totals;
    }
}
