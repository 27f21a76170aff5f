package dev.safar.dispatch.ledger;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.tracking.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reports on messages as events of the customer, by a plain producer: no transaction may hide them from readers. */
public final class ReceiptLog {

    private final LogWriter writer;
    private final InstantSource clock;

    public ReceiptLog(LogWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Returns when the receipt is in the log.
     *
     * @throws LogWriter.LogUnavailableException if it can't be known to be there
     */
    public void publish(Receipt receipt) {
        CustomerEvent event = receipt.event(clock.instant());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.EVENTS, event.customerId(), ContractJson.write(event));
        record.headers().add(Headers.TYPE, utf8(event.type())).add(Headers.EVENT, utf8(event.event()));
        writer.write(record);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
