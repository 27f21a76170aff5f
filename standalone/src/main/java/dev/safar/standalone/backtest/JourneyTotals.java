package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.safar.contracts.DecisionRecord;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happened in one journey. */
public final class JourneyTotals {

    private long entered;
    private final Tally notEntered = new Tally();
    private final Tally finished = new Tally();
    private long goals;
    private BigDecimal worth = BigDecimal.ZERO;
    private final Map<String, StepTotals> steps = new TreeMap<>();

    @JsonProperty
    public long entered() {
        return entered;
    }

    /** Runs that did not begin though something began them, by reason. */
    @JsonProperty("not_entered")
    public Tally notEntered() {
        return notEntered;
    }

    /** Runs that are under way when time ends. */
    @JsonProperty
    public long waiting() {
        return entered - finished.total();
    }

    /** By reason. */
    @JsonProperty
    public Tally finished() {
        return finished;
    }

    /** How many runs have done what the journey is for. */
    @JsonProperty
    public long goals() {
        return goals;
    }

    /** What those goals were worth, as far as the journey says. */
    @JsonProperty
    public BigDecimal worth() {
        return worth;
    }

    /** By the id of the step. */
    @JsonProperty
    public Map<String, StepTotals> steps() {
        return Collections.unmodifiableMap(steps);
    }

    /** What happened at a step; nothing if nobody came there. */
    public StepTotals step(String id) {
        return steps.getOrDefault(id, new StepTotals());
    }

    void count(DecisionRecord decision, boolean enteredStep) {
        switch (decision.type()) {
            case "entered" -> entered++;
            case "not-entered" -> notEntered.count(decision.reason());
            case "finished" -> finished.count(decision.reason());
            default -> {
                // counted by step, if at all
            }
        }
        if (decision.step() != null) {
            StepTotals step = steps.computeIfAbsent(decision.step(), id -> new StepTotals());
            step.count(decision);
            if (enteredStep) {
                step.enter();
            }
        }
    }

    /** Sums are exact, so that they don't depend on the order of the customers. */
    void goal(Optional<Double> value) {
        goals++;
        worth = value.filter(Double::isFinite)
                .map(BigDecimal::valueOf)
                .map(worth::add)
                .orElse(worth);
    }

    void add(JourneyTotals other) {
        entered += other.entered;
        goals += other.goals;
        worth = worth.add(other.worth);
        notEntered.add(other.notEntered);
        finished.add(other.finished);
        other.steps.forEach((id, step) ->
                steps.computeIfAbsent(id, unknown -> new StepTotals()).add(step));
    }
}
