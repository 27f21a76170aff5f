package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.safar.contracts.DecisionRecord;
import dev.safar.core.runtime.RunDecision;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What happened in all journeys of a workspace. */
public final class Totals {

    private final Map<String, JourneyTotals> journeys = new TreeMap<>();
    private final Tally ignored = new Tally();

    /** What happened in a journey; nothing if nobody came there. */
    public JourneyTotals journey(String id) {
        return journeys.getOrDefault(id, new JourneyTotals());
    }

    /** By the id of the journey, those that somebody came to. */
    @JsonProperty
    public Map<String, JourneyTotals> journeys() {
        return Collections.unmodifiableMap(journeys);
    }

    /** Events that did not count, by reason. */
    @JsonProperty
    public Tally ignored() {
        return ignored;
    }

    /** @param enteredStep whether this is the first that is heard of this run at this step */
    void count(DecisionRecord decision, boolean enteredStep) {
        if (decision.journey() != null) {
            at(decision.journey()).count(decision, enteredStep);
        } else if (decision.reason() != null) {
            ignored.count(decision.reason());
        }
    }

    void count(RunDecision.GoalReached goal) {
        at(goal.journey().id().value()).goal(goal.value());
    }

    void add(Totals other) {
        other.journeys.forEach((id, journey) -> at(id).add(journey));
        ignored.add(other.ignored);
    }

    private JourneyTotals at(String journey) {
        return journeys.computeIfAbsent(journey, id -> new JourneyTotals());
    }
}
