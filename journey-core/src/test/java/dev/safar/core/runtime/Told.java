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
    public String visit(CustomerDecision.EventApplied decision) {
        return "applied " + decision.event();
    }

    @Override
    public String visit(CustomerDecision.EventIgnored decision) {
        return "ignored " + decision.event() + ": " + decision.reason();
    }

    @Override
    public String visit(CustomerDecision.AttributesSet decision) {
        return "attributes " + new TreeMap<>(decision.attributes());
    }

    @Override
    public String visit(CustomerDecision.ConsentSet decision) {
        return "consent " + decision.channel().wireName() + " " + (decision.granted() ? "yes" : "no");
    }

    @Override
    public String visit(CustomerDecision.SilenceArmed decision) {
        return "silence " + decision.journey() + " until " + time(decision.due());
    }

    @Override
    public String visit(CustomerDecision.SilenceEnded decision) {
        return "silence " + decision.journey() + " ended";
    }

    @Override
    public String visit(RunDecision.Entered decision) {
        return "entered " + decision.journey().id() + " '" + decision.key() + "' as of " + time(decision.startedAt());
    }

    @Override
    public String visit(RunDecision.NotEntered decision) {
        return "not entered " + decision.journey().id() + " '" + decision.key() + "': " + decision.reason();
    }

    @Override
    public String visit(RunDecision.Waiting decision) {
        return "waits at " + decision.step()
                + decision.due().map(due -> " until " + time(due)).orElse("");
    }

    @Override
    public String visit(RunDecision.Branched decision) {
        return decision.step() + " took " + decision.branch();
    }

    @Override
    public String visit(RunDecision.Offered decision) {
        return "offers " + decision.offer().id() + " until "
                + time(decision.offer().validUntil());
    }

    @Override
    public String visit(MessageDecision.MessageRequested decision) {
        return "sends " + decision.channel().wireName() + " "
                + decision.template().value() + " to " + decision.to() + " due " + time(decision.dueAt());
    }

    @Override
    public String visit(MessageDecision.MessageSkipped decision) {
        return "skips " + decision.template().value() + " on " + decision.channels() + ": " + decision.reason();
    }

    @Override
    public String visit(MessageDecision.MessageRetracted decision) {
        return "retracts " + decision.channel().wireName() + " " + decision.step() + ": " + decision.reason();
    }

    @Override
    public String visit(MessageDecision.MessageProgressed decision) {
        return decision.step() + " is " + decision.status();
    }

    @Override
    public String visit(CustomerDecision.Arranged decision) {
        return "arranged";
    }

    @Override
    public String visit(RunDecision.Migrated decision) {
        return decision.toString();
    }

    @Override
    public String visit(CustomerDecision.TopicConsentSet decision) {
        return "topic " + decision.topic() + " " + (decision.granted() ? "yes" : "no");
    }

    @Override
    public String visit(CustomerDecision.SegmentEntered decision) {
        return "enters segment " + decision.segment();
    }

    @Override
    public String visit(CustomerDecision.SegmentLeft decision) {
        return "leaves segment " + decision.segment();
    }

    @Override
    public String visit(CustomerDecision.SegmentCheckSet decision) {
        return "checks segments" + decision.due().map(due -> " at " + time(due)).orElse(" no more");
    }

    @Override
    public String visit(CustomerDecision.DateSet decision) {
        return "date " + decision.journey() + " at " + time(decision.due());
    }

    @Override
    public String visit(CustomerDecision.DateCleared decision) {
        return "date " + decision.journey() + " cleared";
    }

    @Override
    public String visit(RunDecision.ValuesSet decision) {
        return decision.step() + " sets " + new TreeMap<>(decision.customer()) + " and "
                + new TreeMap<>(decision.values());
    }

    @Override
    public String visit(MessageDecision.MessageHeld decision) {
        return "holds " + decision.channel().wireName() + " "
                + decision.template().value() + " due " + time(decision.since()) + " until " + time(decision.until())
                + ": " + decision.reason();
    }

    @Override
    public String visit(RunDecision.OfferRefused decision) {
        return "refuses " + decision.offer() + ": " + decision.reason();
    }

    @Override
    public String visit(MessageDecision.CallRequested decision) {
        return decision.step() + " calls " + decision.url() + " until " + time(decision.notAfter());
    }

    @Override
    public String visit(MessageDecision.CallAnswered decision) {
        return decision.step() + " was answered " + decision.status();
    }

    @Override
    public String visit(RunDecision.EventEmitted decision) {
        return decision.step() + " emits " + decision.event();
    }

    @Override
    public String visit(RunDecision.EmissionRefused decision) {
        return "refused " + decision.event() + ": " + decision.reason();
    }

    @Override
    public String visit(RunDecision.Begun decision) {
        return decision.step() + " begins " + decision.begun() + " '" + decision.key() + "'";
    }

    @Override
    public String visit(RunDecision.GoalReached decision) {
        return "reached the goal of " + decision.journey().id() + " by " + decision.event()
                + decision.value().map(value -> " worth " + value).orElse("");
    }

    @Override
    public String visit(RunDecision.Finished decision) {
        return "finished " + decision.journey().id() + " at " + decision.step() + ": " + decision.reason();
    }
}
