package dev.safar.dispatch.ledger;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Topics;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topic that remembers what was attempted, in the partition of the message's own number. */
public final class Ledger {

    private final LogWriter writer;

    public Ledger(LogWriter writer) {
        this.writer = writer;
    }

    /**
     * Returns when the entry is safe.
     *
     * @throws LogWriter.LogUnavailableException if it can't be known to be
     */
    public void write(LedgerEntry entry) {
        writer.write(new ProducerRecord<>(
                Topics.DISPATCH_LEDGER, entry.partition(), entry.messageId(), ContractJson.write(entry)));
    }

    /** Empty if the value is none of ours. */
    public static Optional<LedgerEntry> read(byte[] value) {
        try {
            return Optional.of(ContractJson.read(value, LedgerEntry.class));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
