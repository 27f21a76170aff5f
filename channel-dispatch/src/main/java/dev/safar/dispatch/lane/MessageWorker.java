package dev.safar.dispatch.lane;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.lane.Tenure.TenureEndedException;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.ledger.LogWriter.LogRefusedException;
import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.tracking.MessageRef;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Delivers a channel's messages; what can't be read, or breaks something, becomes a dead letter and the rest goes on. */
final class MessageWorker implements Lanes.Worker {

    private static final Logger LOG = Logger.getLogger(MessageWorker.class.getName());
    private static final Duration LOG_RETRY = Duration.ofMillis(500);
    private static final int LARGEST_VALUE = 600_000;

    private final Outlet<?> outlet;
    private final DeliveryTools tools;
    private final Journal.Books books;
    private final LogWriter deadLetters;

    MessageWorker(Outlet<?> outlet, DeliveryTools tools, Journal.Books books, LogWriter deadLetters) {
        this.outlet = outlet;
        this.tools = tools;
        this.books = books;
        this.deadLetters = deadLetters;
    }

    @Override
    public void deliver(QueuedMessage queued) throws TenureEndedException {
        Optional<MessageCommand> command = read(queued.message());
        if (command.isEmpty()) {
            bury(queued, "not a message for " + outlet.channel());
            return;
        }
        Journal journal = new Journal(books, queued.tenure(), queued.message(), MessageRef.of(command.get()));
        try {
            new Delivery(tools, journal, outlet, command.get()).run();
        } catch (RuntimeException e) {
            // the exception's text may quote the customer's data, its type does not
            String reason = e.getClass().getName();
            LOG.log(Level.SEVERE, "message {0} broke its delivery: {1}", new Object[] {
                command.get().messageId(), reason
            });
            bury(queued, reason);
            fail(journal, command.get());
        }
    }

    private static void fail(Journal journal, MessageCommand command) throws TenureEndedException {
        try {
            journal.conclude(command, Status.FAILED, Journal.Outcome.because("internal-error", Tally.NONE));
        } catch (LogRefusedException e) {
            LOG.log(Level.SEVERE, "the end of message {0} is not reported: {1}", new Object[] {
                command.messageId(), e.getMessage()
            });
        }
    }

    private Optional<MessageCommand> read(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.of(ContractJson.read(message.value(), MessageCommand.class))
                    .filter(command -> outlet.channel().equals(command.channel()))
                    .filter(MessageWorker::complete);
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static boolean complete(MessageCommand command) {
        return command.messageId() != null
                && command.customerId() != null
                && command.requestedAt() != null
                && (command.channel().equals(MessageRef.CALLS) || hasTemplate(command))
                && (command.channel().equals(MessageRef.IN_APP) || command.to() != null);
    }

    private static boolean hasTemplate(MessageCommand command) {
        return command.template() != null && command.templateVersion() != null;
    }

    private void bury(QueuedMessage queued, String reason) throws TenureEndedException {
        ConsumerRecord<String, byte[]> message = queued.message();
        DeadLetter letter = new DeadLetter(
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                reason,
                books.clock().instant(),
                kept(message.value()));
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.DEAD_LETTERS, message.key(), ContractJson.write(letter));
        while (true) {
            try {
                deadLetters.write(record);
                return;
            } catch (LogUnavailableException e) {
                queued.tenure().pause(LOG_RETRY);
            } catch (LogRefusedException e) {
                LOG.log(Level.SEVERE, "record {0} of {1}-{2} is passed over: {3}", new Object[] {
                    message.offset(), message.topic(), message.partition(), e.getMessage()
                });
                return;
            }
        }
    }

    /** Of a value that is too large to be sent on nothing is kept: the original is in its topic still. */
    private static String kept(byte[] value) {
        return value == null || value.length > LARGEST_VALUE
                ? null
                : Base64.getEncoder().encodeToString(value);
    }
}
