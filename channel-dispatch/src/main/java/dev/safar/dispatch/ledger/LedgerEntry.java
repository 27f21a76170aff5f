package dev.safar.dispatch.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.provider.Reply;
import dev.safar.dispatch.provider.Shelved;
import java.time.Instant;

/**
 * What was last known of a message: the record of the ledger, keyed by message id.
 *
 * @param topic and {@code partition} and {@code offset}: where the message itself is
 * @param providerId the provider's name for the message, once accepted
 * @param reason why it failed or was dropped
 * @param shelved what waits, as long as it does
 * @param reply of a call, what was answered; absent where nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
        String messageId,
        String topic,
        int partition,
        long offset,
        Status status,
        String providerId,
        String reason,
        Tally tally,
        Reply reply,
        Shelved shelved,
        Instant at) {

    /** How far a message has come. */
    public enum Status {
        /** Handed to the provider, or about to be: without a later entry nobody knows whether it arrived. */
        ATTEMPTED,
        /** The provider surely has not taken it; it is tried again. */
        POSTPONED,
        /** It waits for its customer to come to the shop. */
        SHELVED,
        SENT,
        FAILED,
        DROPPED
    }

    /** Nothing will follow. */
    @JsonIgnore
    public boolean concluded() {
        return status == Status.SENT || status == Status.FAILED || status == Status.DROPPED;
    }

    /** Waits for the customer, and is safe. */
    @JsonIgnore
    public boolean waiting() {
        return status == Status.SHELVED && shelved != null;
    }

    /** How the waiting ended; the reason is absent where it went well. */
    public LedgerEntry ended(Status end, String why, Instant when) {
        return new LedgerEntry(messageId, topic, partition, offset, end, providerId, why, tally, reply, null, when);
    }

    /** The same, told again. */
    public LedgerEntry again(Instant when) {
        return new LedgerEntry(
                messageId, topic, partition, offset, status, providerId, reason, tally, reply, shelved, when);
    }

    /** The process ended between asking the provider and noting its answer. */
    @JsonIgnore
    public boolean uncertain() {
        return status == Status.ATTEMPTED;
    }
}
