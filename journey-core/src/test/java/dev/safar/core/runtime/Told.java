package dev.safar.core.runtime;

import dev.safar.core.scenario.ScenarioTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Decisions in short sentences, with times counted from a start: what a test compares whole. */
final class Told implements Decision.Visitor<String> {

    private final Instant start;

    private Told(Instant start) {
        this.start = start;
    }

    static List<String> since(Instant start, List<Decision> decisions) {
        return decisions.stream()
                .map(decision -> decision.accept(new Told(start)))
                .toList();
    }

    private String time(Instant instant) {
        return ScenarioTime.text(Duration.between(start, instant));
    }

    @Override
    public String visit(Decision.EventApplied decision) {
        return "applied " + decision.event();
    }

    @Override
    public String visit(Decision.EventIgnored decision) {
        return "ignored " + decision.event() + ": " + decision.reason();
    }

    @Override
    public String visit(Decision.AttributesSet decision) {
        return "attributes " + new TreeMap<>(decision.attributes());
    }

    @Override
    public String visit(Decision.ConsentSet decision) {
        return "consent " + decision.channel().wireName() + " " + (decision.granted() ? "yes" : "no");
    }

    @Override
    public String visit(Decision.SilenceArmed decision) {
        return "silence " + decision.journey() + " until " + time(decision.due());
    }

    @Override
    public String visit(Decision.SilenceEnded decision) {
        return "silence " + decision.journey() + " ended";
    }

    @Override
    public String visit(Decision.Entered decision) {
        return "entered " + decision.journey().id() + " '" + decision.key() + "' as of " + time(decision.startedAt());
    }

    @Override
    public String visit(Decision.NotEntered decision) {
        return "not entered " + decision.journey().id() + " '" + decision.key() + "': " + decision.reason();
    }

    @Override
    public String visit(Decision.Waiting decision) {
        return "waits at " + decision.step()
                + decision.due().map(due -> " until " + time(due)).orElse("");
    }

    @Override
    public String visit(Decision.Branched decision) {
        return decision.step() + " took " + decision.branch();
    }

    @Override
    public String visit(Decision.Offered decision) {
        return "offers " + decision.offer().id() + " until "
                + time(decision.offer().validUntil());
    }

    @Override
    public String visit(Decision.MessageRequested decision) {
        return "sends " + decision.channel().wireName() + " "
                + decision.template().value() + " to " + decision.to() + " due " + time(decision.dueAt());
    }

    @Override
    public String visit(Decision.MessageSkipped decision) {
        return "skips " + decision.template().value() + " on " + decision.channels() + ": " + decision.reason();
    }

    @Override
    public String visit(Decision.MessageRetracted decision) {
        return "retracts " + decision.channel().wireName() + " " + decision.step() + ": " + decision.reason();
    }

    @Override
    public String visit(Decision.MessageProgressed decision) {
        return decision.step() + " is " + decision.status();
    }

    @Override
    public String visit(Decision.Arranged decision) {
        return "arranged";
    }

    @Override
    public String visit(Decision.Migrated decision) {
        return decision.toString();
    }

    @Override
    public String visit(Decision.TopicConsentSet decision) {
        return "topic " + decision.topic() + " " + (decision.granted() ? "yes" : "no");
    }

    @Override
    public String visit(Decision.SegmentEntered decision) {
        return "enters segment " + decision.segment();
    }

    @Override
    public String visit(Decision.SegmentLeft decision) {
        return "leaves segment " + decision.segment();
    }

    @Override
    public String visit(Decision.SegmentCheckSet decision) {
        return "checks segments" + decision.due().map(due -> " at " + time(due)).orElse(" no more");
    }

    @Override
    public String visit(Decision.DateSet decision) {
        return "date " + decision.journey() + " at " + time(decision.due());
    }

    @Override
    public String visit(Decision.DateCleared decision) {
        return "date " + decision.journey() + " cleared";
    }

    @Override
    public String visit(Decision.ValuesSet decision) {
        return decision.step() + " sets " + new TreeMap<>(decision.customer()) + " and "
                + new TreeMap<>(decision.values());
    }

    @Override
    public String visit(Decision.MessageHeld decision) {
        return "holds " + decision.channel().wireName() + " "
                + decision.template().value() + " due " + time(decision.since()) + " until " + time(decision.until())
                + ": " + decision.reason();
    }

    @Override
    public String visit(Decision.OfferRefused decision) {
        return "refuses " + decision.offer() + ": " + decision.reason();
    }

    @Override
    public String visit(Decision.CallRequested decision) {
        return decision.step() + " calls " + decision.url() + " until " + time(decision.notAfter());
    }

    @Override
    public String visit(Decision.CallAnswered decision) {
        return decision.step() + " was answered " + decision.status();
    }

    @Override
    public String visit(Decision.EventEmitted decision) {
        return decision.step() + " emits " + decision.event();
    }

    @Override
    public String visit(Decision.EmissionRefused decision) {
        return "refused " + decision.event() + ": " + decision.reason();
    }

    @Override
    public String visit(Decision.Begun decision) {
        return decision.step() + " begins " + decision.begun() + " '" + decision.key() + "'";
    }

    @Override
    public String visit(Decision.GoalReached decision) {
        return "reached the goal of " + decision.journey().id() + " by " + decision.event()
                + decision.value().map(value -> " worth " + value).orElse("");
    }

    @Override
    public String visit(Decision.Finished decision) {
        return "finished " + decision.journey().id() + " at " + decision.step() + ": " + decision.reason();
    }
}
