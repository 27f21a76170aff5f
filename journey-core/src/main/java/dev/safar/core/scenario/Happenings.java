package dev.safar.core.scenario;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.runtime.CustomerDecision;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.core.runtime.RunDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Picks from decisions what an author can expect. */
final class Happenings implements Decision.Visitor<Optional<Happening>> {

    private final Instant start;

    private Happenings(Instant start) {
        this.start = start;
    }

    static List<Happening> of(List<Decision> decisions, Instant start) {
        Happenings visitor = new Happenings(start);
        return decisions.stream()
                .map(decision -> decision.accept(visitor))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Happening> happening(
            JourneyRef journey, Instant at, Happening.Kind kind, String what, Optional<String> template) {
        JourneyId id = journey.id();
        return Optional.of(new Happening(id, Duration.between(start, at), kind, what, template));
    }

    @Override
    public Optional<Happening> visit(RunDecision.Entered decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.ENTER, decision.key(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(RunDecision.Offered decision) {
        String offer = decision.offer().id();
        return happening(decision.journey(), decision.at(), Happening.Kind.OFFER, offer, Optional.empty());
    }

    @Override
    public Optional<Happening> visit(MessageDecision.MessageRequested decision) {
        Optional<String> template = Optional.of(decision.template().value());
        String channel = decision.channel().wireName();
        return happening(decision.journey(), decision.at(), Happening.Kind.SEND, channel, template);
    }

    @Override
    public Optional<Happening> visit(MessageDecision.MessageSkipped decision) {
        Optional<String> template = Optional.of(decision.template().value());
        return happening(decision.journey(), decision.at(), Happening.Kind.SKIP, decision.reason(), template);
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.Arranged decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(RunDecision.Migrated decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.TopicConsentSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.SegmentEntered decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.SegmentLeft decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.SegmentCheckSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.DateSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.DateCleared decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(RunDecision.ValuesSet decision) {
        List<String> values = new ArrayList<>();
        new TreeMap<>(decision.customer())
                .forEach((name, value) -> values.add("customer." + name + " = " + text(value)));
        new TreeMap<>(decision.values()).forEach((name, value) -> values.add("run." + name + " = " + text(value)));
        String what = String.join(", ", values);
        return happening(decision.journey(), decision.at(), Happening.Kind.SET, what, Optional.empty());
    }

    /** What is inside a value has no order of its own. */
    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Happenings::text).toList().toString();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value);
        }
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((name, inner) -> sorted.put(String.valueOf(name), text(inner)));
        return sorted.toString();
    }

    @Override
    public Optional<Happening> visit(MessageDecision.MessageHeld decision) {
        Optional<String> template = Optional.of(decision.template().value());
        return happening(decision.journey(), decision.at(), Happening.Kind.HOLD, decision.reason(), template);
    }

    @Override
    public Optional<Happening> visit(RunDecision.OfferRefused decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.SKIP, decision.reason(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(MessageDecision.CallRequested decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.CALL, decision.url(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(MessageDecision.CallAnswered decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(RunDecision.EventEmitted decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.EMIT, decision.event(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(RunDecision.EmissionRefused decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(RunDecision.Begun decision) {
        String begun = decision.begun().value();
        return happening(decision.journey(), decision.at(), Happening.Kind.BEGIN, begun, Optional.empty());
    }

    @Override
    public Optional<Happening> visit(RunDecision.GoalReached decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.GOAL, decision.event(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(RunDecision.Finished decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.END, decision.reason(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.EventApplied decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.EventIgnored decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.AttributesSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.ConsentSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.SilenceArmed decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(CustomerDecision.SilenceEnded decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(RunDecision.NotEntered decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.REFUSE, decision.reason(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(RunDecision.Waiting decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(RunDecision.Branched decision) {
        return happening(decision.journey(), decision.at(), Happening.Kind.BRANCH, decision.branch(), Optional.empty());
    }

    @Override
    public Optional<Happening> visit(MessageDecision.MessageRetracted decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Happening> visit(MessageDecision.MessageProgressed decision) {
        return Optional.empty();
    }
}
