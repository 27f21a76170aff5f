package dev.safar.standalone.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a backtest.
 *
 * @param customers those of whom some journey can notice something
 * @param end when virtual time ended; empty if there was no event
 * @param totals of the workspace
 * @param comparison with the other one
 */
public record BacktestReport(
        Intake.Summary intake, long customers, Optional<Instant> end, Totals totals, Optional<Comparison> comparison) {

    /**
     * How the other workspace does.
     *
     * @param totals of the other one
     * @param first some of those who would get something different
     */
    public record Comparison(Totals totals, ChangeTotals changes, List<CustomerChanges> first) {}
}
