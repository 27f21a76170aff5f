package dev.safar.dispatch.lane;

import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.lane.Tenure.TenureEndedException;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.ledger.ReceiptLog;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.provider.Reply;
import dev.safar.dispatch.provider.Shelved;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.Receipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes down what happens to one message; where the log does not take it, it insists until the tenure ends. */
final class Journal {

    private static final Logger LOG = Logger.getLogger(Journal.class.getName());
    private static final Duration LOG_RETRY = Duration.ofMillis(500);

    private final Books books;
    private final Tenure tenure;
    private final ConsumerRecord<String, byte[]> message;
    private final MessageRef ref;

    /** Where everything is written. */
    record Books(
            Ledger ledger,
            ReceiptLog receipts,
            Conclusions conclusions,
            Shelf shelf,
            DispatchMeter meter,
            InstantSource clock) {}

    /** How a message ended; reason, provider's id and reply where there are such. */
    record Outcome(String reason, String providerId, Tally tally, Optional<Reply> reply) {

        static Outcome because(String reason, Tally tally) {
            return new Outcome(reason, null, tally, Optional.empty());
        }
    }

    /** Puts it on the shelf, where it is safe; what becomes of it is told from there. */
    void shelve(MessageCommand command, Shelved shelved, Tally tally) throws TenureEndedException {
        LedgerEntry entry = entry(command, Status.SHELVED, Outcome.because(null, tally), shelved);
        insist(() -> books.ledger().write(entry));
        tenure.ensureOpen();
        books.shelf().put(entry);
    }

    Journal(Books books, Tenure tenure, ConsumerRecord<String, byte[]> message, MessageRef ref) {
        this.books = books;
        this.tenure = tenure;
        this.message = message;
        this.ref = ref;
    }

    Tenure tenure() {
        return tenure;
    }

    void note(MessageCommand command, Status status, Tally tally) throws TenureEndedException {
        LedgerEntry entry = entry(command, status, Outcome.because(null, tally));
        insist(() -> books.ledger().write(entry));
    }

    void conclude(MessageCommand command, Status status, Outcome outcome) throws TenureEndedException {
        books.meter().concluded(ref.channel(), status.name().toLowerCase(Locale.ROOT));
        record(entry(command, status, outcome));
    }

    /** How far the message came in an earlier tenure, as far as this process or the ledger knows. */
    Optional<LedgerEntry> earlier(String messageId) {
        Optional<LedgerEntry> restored = tenure.takeRestored(messageId);
        return books.conclusions().find(messageId).or(() -> restored);
    }

    /** Writes an end down and reports it. It is kept in mind until both are done, and on if the tenure ended meanwhile. */
    void record(LedgerEntry end) throws TenureEndedException {
        books.conclusions().keep(end);
        insist(() -> books.ledger().write(end));
        report(end);
        if (tenure.open()) {
            books.conclusions().forget(end.messageId());
        }
    }

    /** Doing so again counts once. */
    private void report(LedgerEntry entry) throws TenureEndedException {
        Receipt receipt = new Receipt(kind(entry.status()), ref, "", properties(entry));
        insist(() -> books.receipts().publish(receipt));
    }

    private void insist(Runnable write) throws TenureEndedException {
        while (true) {
            try {
                write.run();
                return;
            } catch (LogUnavailableException e) {
                LOG.log(Level.WARNING, "{0}; trying again", e.getMessage());
                tenure.pause(LOG_RETRY);
            }
        }
    }

    private LedgerEntry entry(MessageCommand command, Status status, Outcome outcome) {
        return entry(command, status, outcome, null);
    }

    private LedgerEntry entry(MessageCommand command, Status status, Outcome outcome, Shelved shelved) {
        return new LedgerEntry(
                command.messageId(),
                message.topic(),
                message.partition(),
                message.offset(),
                status,
                outcome.providerId(),
                outcome.reason(),
                outcome.tally(),
                outcome.reply().orElse(null),
                shelved,
                books.clock().instant());
    }

    private Map<String, Object> properties(LedgerEntry entry) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (entry.reason() != null) {
            properties.put(Receipts.REASON, entry.reason());
        }
        if (entry.providerId() != null && !entry.providerId().isEmpty()) {
            properties.put("provider_id", entry.providerId());
        }
        if (ref.isCall()) {
            Reply reply = entry.reply() == null ? Reply.NONE : entry.reply();
            properties.put(Receipts.STATUS, reply.status());
            if (!reply.body().isEmpty()) {
                properties.put(Receipts.BODY, reply.body());
            }
        }
        return properties;
    }

    private static Receipts.Kind kind(Status status) {
        return switch (status) {
            case SENT -> Receipts.Kind.SENT;
            case FAILED -> Receipts.Kind.FAILED;
            case DROPPED -> Receipts.Kind.DROPPED;
            case ATTEMPTED, POSTPONED, SHELVED -> throw new IllegalArgumentException(status + " is no end");
        };
    }
}
