package dev.safar.engine.streams;

import dev.safar.contracts.Receipts;
import dev.safar.core.model.Channel;
import dev.safar.core.runtime.ReceiptEvents;
import dev.safar.core.runtime.SentMessage.Status;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Core and contracts can't see each other; that they mean the same receipts is seen here. */
class ReceiptNamesTest {

    private static final Map<Receipts.Kind, Status> STATUSES = Map.of(
            Receipts.Kind.SENT, Status.ACCEPTED,
            Receipts.Kind.DELIVERED, Status.DELIVERED,
            Receipts.Kind.OPENED, Status.OPENED,
            Receipts.Kind.CLICKED, Status.CLICKED,
            Receipts.Kind.BOUNCED, Status.FAILED,
            Receipts.Kind.FAILED, Status.FAILED,
            Receipts.Kind.DROPPED, Status.FAILED);

    @ParameterizedTest
    @EnumSource(Channel.class)
    void coreAndContractsAgree(Channel channel) {
        assertThat(ReceiptEvents.MESSAGE_ID).isEqualTo(Receipts.MESSAGE_ID);
        for (Receipts.Kind kind : Receipts.Kind.values()) {
            assertThat(ReceiptEvents.statusOf(Receipts.eventName(channel.wireName(), kind)))
                    .contains(STATUSES.get(kind));
        }
    }
}
