package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.Channel;
import dev.safar.core.runtime.CustomerDecision;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.core.runtime.RunDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decisions as the ledger shows them: all that explain why somebody got a message or did not. What only moves the customer's
 * own record along is left out, and so are addresses and the contents of messages.
 */
public final class Ledger implements Decision.Visitor<Optional<DecisionRecord>> {

    private final String customer;

    public Ledger(String customer) {
        this.customer = customer;
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.EventApplied decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.EventIgnored decision) {
        return Optional.of(entry("ignored", decision)
                .reason(decision.reason())
                .details(Map.of("event", decision.event(), "message_id", decision.messageId()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.AttributesSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.ConsentSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.SilenceArmed decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.SilenceEnded decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.Entered decision) {
        return Optional.of(entry("entered", decision)
                .run(decision.journey(), decision.run())
                .step(decision.firstStep())
                .details(Map.of("key", decision.key(), "started_at", decision.startedAt()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.NotEntered decision) {
        return Optional.of(entry("not-entered", decision)
                .journey(decision.journey())
                .reason(decision.reason())
                .details(Map.of("key", decision.key()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.Waiting decision) {
        return Optional.of(entry("waiting", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(with(decision.due(), "due", Map.of()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.Branched decision) {
        return Optional.of(entry("branched", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(Map.of("branch", decision.branch()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.Offered decision) {
        return Optional.of(entry("offered", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(Map.of(
                        "offer", decision.offer().id(),
                        "percent", decision.offer().percent(),
                        "code", decision.offer().code(),
                        "valid_until", decision.offer().validUntil()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(MessageDecision.MessageRequested decision) {
        return Optional.of(entry("send", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.channel(), decision.message())
                .template(decision.template())
                .details(Map.of("template_version", decision.templateVersion(), "due_at", decision.dueAt()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(MessageDecision.MessageSkipped decision) {
        List<String> channels =
                decision.channels().stream().map(Channel::wireName).toList();
        return Optional.of(entry("skipped", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .template(decision.template())
                .reason(decision.reason())
                .details(Map.of("channels", channels))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(MessageDecision.MessageRetracted decision) {
        return Optional.of(entry("retracted", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.channel(), decision.message())
                .reason(decision.reason())
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(MessageDecision.MessageProgressed decision) {
        return Optional.of(entry("progressed", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.message())
                .details(Map.of("status", decision.status().name().toLowerCase(Locale.ROOT)))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.Arranged decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.Migrated decision) {
        return Optional.of(entry("migrated", decision)
                .run(decision.to(), decision.run())
                .step(decision.step())
                .details(with(
                        decision.due(), "due", Map.of("from", decision.from().version())))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.TopicConsentSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.SegmentEntered decision) {
        return Optional.of(entry("segment-entered", decision)
                .details(Map.of("segment", decision.segment().value()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.SegmentLeft decision) {
        return Optional.of(entry("segment-left", decision)
                .details(Map.of("segment", decision.segment().value()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.SegmentCheckSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.DateSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(CustomerDecision.DateCleared decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.ValuesSet decision) {
        return Optional.of(entry("set", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(Map.of("customer", decision.customer(), "run", decision.values()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(MessageDecision.MessageHeld decision) {
        return Optional.of(entry("held", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .channel(decision.channel())
                .template(decision.template())
                .reason(decision.reason())
                .details(Map.of("since", decision.since(), "until", decision.until()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.OfferRefused decision) {
        return Optional.of(entry("offer-refused", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .reason(decision.reason())
                .details(Map.of("offer", decision.offer()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(MessageDecision.CallRequested decision) {
        return Optional.of(entry("called", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.call())
                .details(Map.of("url", decision.url(), "not_after", decision.notAfter()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(MessageDecision.CallAnswered decision) {
        return Optional.of(entry("answered", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.call())
                .details(Map.of("status", decision.status()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.EventEmitted decision) {
        return Optional.of(entry("emitted", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(Map.of("event", decision.event(), "message_id", decision.messageId()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.EmissionRefused decision) {
        return Optional.of(entry("emission-refused", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .reason(decision.reason())
                .details(Map.of("event", decision.event()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.Begun decision) {
        return Optional.of(entry("begun", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(Map.of("begun", decision.begun().value(), "key", decision.key()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.GoalReached decision) {
        return Optional.of(entry("goal-reached", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(with(decision.value(), "value", Map.of("event", decision.event())))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(RunDecision.Finished decision) {
        return Optional.of(entry("finished", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .reason(decision.reason())
                .build());
    }

    private static Map<String, Object> with(Optional<?> value, String name, Map<String, Object> others) {
        Map<String, Object> details = new HashMap<>(others);
        value.ifPresent(known -> details.put(name, known));
        return details;
    }

    private LedgerEntry entry(String type, Decision decision) {
        return new LedgerEntry(customer, type, decision.at());
    }
}
