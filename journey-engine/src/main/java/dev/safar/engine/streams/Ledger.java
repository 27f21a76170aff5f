package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.Channel;
import dev.safar.core.runtime.Decision;
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
    public Optional<DecisionRecord> visit(Decision.EventApplied decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.EventIgnored decision) {
        return Optional.of(entry("ignored", decision)
                .reason(decision.reason())
                .details(Map.of("event", decision.event(), "message_id", decision.messageId()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.AttributesSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.ConsentSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.SilenceArmed decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.SilenceEnded decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Entered decision) {
        return Optional.of(entry("entered", decision)
                .run(decision.journey(), decision.run())
                .step(decision.firstStep())
                .details(Map.of("key", decision.key(), "started_at", decision.startedAt()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.NotEntered decision) {
        return Optional.of(entry("not-entered", decision)
                .journey(decision.journey())
                .reason(decision.reason())
                .details(Map.of("key", decision.key()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Waiting decision) {
        return Optional.of(entry("waiting", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(decision.due()
                        .<Map<String, Object>>map(due -> Map.of("due", due))
                        .orElse(Map.of()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Branched decision) {
        return Optional.of(entry("branched", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .details(Map.of("branch", decision.branch()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Offered decision) {
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
    public Optional<DecisionRecord> visit(Decision.MessageRequested decision) {
        return Optional.of(entry("send", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.channel(), decision.message())
                .template(decision.template())
                .details(Map.of("template_version", decision.templateVersion(), "due_at", decision.dueAt()))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.MessageSkipped decision) {
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
    public Optional<DecisionRecord> visit(Decision.MessageRetracted decision) {
        return Optional.of(entry("retracted", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.channel(), decision.message())
                .reason(decision.reason())
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.MessageProgressed decision) {
        return Optional.of(entry("progressed", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .message(decision.message())
                .details(Map.of("status", decision.status().name().toLowerCase(Locale.ROOT)))
                .build());
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Arranged decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Migrated decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.TopicConsentSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.SegmentEntered decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.SegmentLeft decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.SegmentCheckSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.DateSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.DateCleared decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.ValuesSet decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.MessageHeld decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.OfferRefused decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.CallRequested decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.CallAnswered decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.EventEmitted decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.EmissionRefused decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Begun decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.GoalReached decision) {
        return Optional.empty();
    }

    @Override
    public Optional<DecisionRecord> visit(Decision.Finished decision) {
        return Optional.of(entry("finished", decision)
                .run(decision.journey(), decision.run())
                .step(decision.step())
                .reason(decision.reason())
                .build());
    }

    private LedgerEntry entry(String type, Decision decision) {
        return new LedgerEntry(customer, type, decision.at());
    }
}
