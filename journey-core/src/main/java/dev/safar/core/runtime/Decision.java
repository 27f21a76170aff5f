package dev.safar.core.runtime;

import java.time.Instant;

/**
 * A fact about a customer, in the order it came about: applying them in order rebuilds the customer. Each send and each
 * non-send is one, with its reason.
 */
public sealed interface Decision permits CustomerDecision, RunDecision, MessageDecision {

    Instant at();

    <R> R accept(Visitor<R> visitor);

    /** Java 17 has no exhaustive pattern switch: a new kind of decision breaks every visitor at compile time. */
    interface Visitor<R> {
        R visit(CustomerDecision.EventApplied decision);

        R visit(CustomerDecision.EventIgnored decision);

        R visit(CustomerDecision.AttributesSet decision);

        R visit(CustomerDecision.ConsentSet decision);

        R visit(CustomerDecision.TopicConsentSet decision);

        R visit(CustomerDecision.SegmentEntered decision);

        R visit(CustomerDecision.SegmentLeft decision);

        R visit(CustomerDecision.SegmentCheckSet decision);

        R visit(CustomerDecision.SilenceArmed decision);

        R visit(CustomerDecision.SilenceEnded decision);

        R visit(CustomerDecision.DateSet decision);

        R visit(CustomerDecision.DateCleared decision);

        R visit(CustomerDecision.Arranged decision);

        R visit(RunDecision.Entered decision);

        R visit(RunDecision.NotEntered decision);

        R visit(RunDecision.Waiting decision);

        R visit(RunDecision.Branched decision);

        R visit(RunDecision.ValuesSet decision);

        R visit(RunDecision.Offered decision);

        R visit(RunDecision.OfferRefused decision);

        R visit(RunDecision.EventEmitted decision);

        R visit(RunDecision.EmissionRefused decision);

        R visit(RunDecision.Begun decision);

        R visit(RunDecision.Migrated decision);

        R visit(RunDecision.GoalReached decision);

        R visit(RunDecision.Finished decision);

        R visit(MessageDecision.MessageRequested decision);

        R visit(MessageDecision.MessageHeld decision);

        R visit(MessageDecision.MessageSkipped decision);

        R visit(MessageDecision.MessageRetracted decision);

        R visit(MessageDecision.MessageProgressed decision);

        R visit(MessageDecision.CallRequested decision);

        R visit(MessageDecision.CallAnswered decision);
    }
}
