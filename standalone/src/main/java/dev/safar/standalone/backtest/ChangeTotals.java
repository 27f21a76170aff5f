package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How much two workspaces differ: by journey, by step, by the kind of change. */
public final class ChangeTotals {

    private final Map<String, Map<String, Tally>> journeys = new TreeMap<>();
    private long customers;

    /** Who would get something different. */
    @JsonProperty
    public long customers() {
        return customers;
    }

    @JsonProperty
    public Map<String, Map<String, Tally>> journeys() {
        return Collections.unmodifiableMap(journeys);
    }

    void count(CustomerChanges customer) {
        customers++;
        for (Change change : customer.changes()) {
            tally(change.journey(), change.step()).count(change.change().wireName());
        }
    }

    void add(ChangeTotals other) {
        customers += other.customers;
        other.journeys.forEach((journey, steps) ->
                steps.forEach((step, tally) -> tally(journey, step).add(tally)));
    }

    private Tally tally(String journey, String step) {
        return journeys.computeIfAbsent(journey, id -> new TreeMap<>()).computeIfAbsent(step, id -> new Tally());
    }
}
