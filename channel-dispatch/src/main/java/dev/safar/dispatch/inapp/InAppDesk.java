package dev.safar.dispatch.inapp;

import dev.safar.contracts.Receipts;
import dev.safar.dispatch.inapp.Shelf.Ended;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import dev.safar.dispatch.ledger.ReceiptLog;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells the log what becomes of messages on the shelf, first the customer's events, then the ledger. */
public final class InAppDesk {

    /** Well within the time that the ledger is kept. */
    private static final Duration TELL_AGAIN = Duration.ofHours(12);

    private final Shelf shelf;
    private final Ledger ledger;
    private final ReceiptLog receipts;
    private final Watcher watcher;
    private final InstantSource clock;

    /** Is told of each message that has left the shelf. */
    @FunctionalInterface
    public interface Watcher {

        /** The reason is empty where the customer has got it. */
        void left(MessageRef message, String reason);
    }

    public InAppDesk(Shelf shelf, Ledger ledger, ReceiptLog receipts, Watcher watcher, InstantSource clock) {
        this.shelf = shelf;
        this.ledger = ledger;
        this.receipts = receipts;
        this.watcher = watcher;
        this.clock = clock;
    }

    /**
     * A page of the customer has the message; what no longer waits has been told of.
     *
     * @throws dev.safar.dispatch.ledger.LogWriter.LogUnavailableException if that can't be written; then it waits on
     */
    public void delivered(MessageRef message) {
        Optional<LedgerEntry> taken = shelf.take(message.messageId());
        if (taken.isEmpty()) {
            return;
        }
        try {
            receipts.publish(Receipt.of(Receipts.Kind.SENT, message));
            receipts.publish(Receipt.of(Receipts.Kind.DELIVERED, message));
            ledger.write(taken.get().ended(Status.SENT, null, clock.instant()));
        } catch (RuntimeException e) {
            shelf.put(taken.get());
            throw e;
        }
        watcher.left(message, "");
    }

    /**
     * The customer has seen it, or has followed it.
     *
     * @throws dev.safar.dispatch.ledger.LogWriter.LogUnavailableException if that can't be written
     */
    public void report(Receipts.Kind kind, MessageRef message) {
        delivered(message);
        receipts.publish(Receipt.of(kind, message));
    }

    /**
     * Tells of what has ended since, and of what has waited so long that the ledger would forget it.
     *
     * @throws dev.safar.dispatch.ledger.LogWriter.LogUnavailableException if that can't be written; the next time goes on
     */
    public void sweep() {
        Instant now = clock.instant();
        shelf.expire(now);
        for (Ended end : shelf.ended()) {
            MessageRef message = end.entry().shelved().message();
            receipts.publish(Receipt.because(Receipts.Kind.DROPPED, message, end.reason()));
            ledger.write(end.entry().ended(Status.DROPPED, end.reason(), now));
            shelf.forget(message.messageId());
            watcher.left(message, end.reason());
        }
        for (LedgerEntry entry : shelf.toldBefore(now.minus(TELL_AGAIN))) {
            LedgerEntry again = entry.again(now);
            ledger.write(again);
            shelf.told(again);
        }
    }
}
