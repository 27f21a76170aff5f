package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.safar.contracts.DecisionRecord;

/** What happened at one step of a journey. */
public final class StepTotals {

    private long entered;
    private final Tally sent = new Tally();
    private final Tally held = new Tally();
    private final Tally moved = new Tally();
    private final Tally finished = new Tally();

    /** How many runs came to it. */
    @JsonProperty
    public long entered() {
        return entered;
    }

    /** By channel. */
    @JsonProperty
    public Tally sent() {
        return sent;
    }

    /** Messages that were not sent, or taken back, and offers that were not made, by reason. */
    @JsonProperty("held_back")
    public Tally held() {
        return held;
    }

    /** Messages that had to wait, by reason. */
    @JsonProperty
    public Tally moved() {
        return moved;
    }

    /** Runs that ended here, by reason. */
    @JsonProperty
    public Tally finished() {
        return finished;
    }

    void enter() {
        entered++;
    }

    void count(DecisionRecord decision) {
        switch (decision.type()) {
            case "send" -> sent.count(decision.channel());
            case "skipped" -> held.count(decision.reason());
            case "retracted" -> held.count("retracted: " + decision.reason());
            case "offer-refused" -> held.count("no offer: " + decision.reason());
            case "held" -> moved.count(decision.reason());
            case "finished" -> finished.count(decision.reason());
            default -> {
                // says nothing that is counted by step
            }
        }
    }

    void add(StepTotals other) {
        entered += other.entered;
        sent.add(other.sent);
        held.add(other.held);
        moved.add(other.moved);
        finished.add(other.finished);
    }
}
