package dev.safar.dispatch.inapp;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Receipts;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.ledger.ReceiptLog;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.provider.Shelved;
import dev.safar.dispatch.tracking.MessageRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InAppDeskTest {

    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private final MockProducer<String, byte[]> log =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> written) {
                    Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
                    return super.send(written);
                }
            };
    private final List<String> shown = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Shelf.Page page = message -> shown.add(message.message().messageId());
    private final Shelf shelf = new Shelf(2, 3);
    private final InAppDesk desk = desk();
    private Instant now = Messages.NOON;

    @Test
    void showsWhatWaitedWhenTheCustomerComesAndWhatComesWhileHeIsThere() {
        // given
        shelf.put(waiting("m1", "ada"));
        shelf.put(waiting("m2", "ben"));

        // when
        shelf.open("ada", page);
        shelf.put(waiting("m3", "ada"));
        shelf.put(waiting("m3", "ada"));
        shelf.close("ada", page);
        shelf.put(waiting("m4", "ada"));

        // then
        assertThat(shown).containsExactly("m1", "m3");
    }

    @Test
    void tellsOnceThatAMessageWasDeliveredAndEachTimeThatItWasSeen() {
        // given
        shelf.put(waiting("m1", "ada"));

        // when
        desk.delivered(message("m1", "ada"));
        desk.delivered(message("m1", "ada"));
        desk.report(Receipts.Kind.OPENED, message("m1", "ada"));
        desk.report(Receipts.Kind.CLICKED, message("m1", "ada"));

        // then
        assertThat(events())
                .containsExactly(
                        "In-App Message Sent m1",
                        "In-App Message Delivered m1",
                        "In-App Message Opened m1",
                        "In-App Message Link Clicked m1");
        assertThat(ledger()).containsExactly("m1 SENT");
        assertThat(left).containsExactly("m1");
        assertThat(shelf.size()).isZero();
    }

    @Test
    void tellsOnceOfAMessageThatTwoPagesHaveAtTheSameTime() {
        // given
        shelf.put(waiting("m1", "ada"));
        meanwhile.add(() -> desk.delivered(message("m1", "ada")));

        // when
        desk.delivered(message("m1", "ada"));

        // then
        assertThat(events()).containsExactly("In-App Message Sent m1", "In-App Message Delivered m1");
        assertThat(left).containsExactly("m1");
    }

    @Test
    void dropsWhatIsRetractedTooLateOrPushedOut() {
        // given
        shelf.put(waiting("m1", "ada"));
        shelf.put(waiting("m2", "ada"));
        shelf.put(waiting("m3", "ada"));
        shelf.put(waiting("m4", "ben"));

        // when
        shelf.retract("m2");
        now = now.plus(Duration.ofHours(2));
        desk.sweep();
        desk.sweep();
        shelf.open("ada", page);

        // then
        assertThat(events())
                .containsExactly(
                        "In-App Message Dropped m1 crowded-out",
                        "In-App Message Dropped m2 retracted",
                        "In-App Message Dropped m3 too-late",
                        "In-App Message Dropped m4 too-late");
        assertThat(ledger()).containsExactly("m1 DROPPED", "m2 DROPPED", "m3 DROPPED", "m4 DROPPED");
        assertThat(shown).isEmpty();
    }

    @Test
    void keepsWhatItCouldNotTell() {
        // given
        shelf.put(waiting("m1", "ada"));
        shelf.put(waiting("m2", "ada"));
        shelf.retract("m2");
        log.sendException = new TimeoutException("no broker");

        // when
        assertThatThrownBy(() -> desk.delivered(message("m1", "ada"))).isInstanceOf(LogUnavailableException.class);
        assertThatThrownBy(desk::sweep).isInstanceOf(LogUnavailableException.class);
        log.sendException = null;
        shelf.open("ada", page);
        desk.sweep();

        // then
        assertThat(shown).containsExactly("m1");
        assertThat(events()).containsExactly("In-App Message Dropped m2 retracted");
    }

    @Test
    void remindsTheLedgerOfWhatWaitsLongerThanItRemembers() {
        // given
        shelf.put(waiting("m1", "ada", Duration.ofDays(7)));

        // when
        now = now.plus(Duration.ofHours(13));
        desk.sweep();
        desk.sweep();

        // then
        assertThat(entries())
                .containsExactly(waiting("m1", "ada", Duration.ofDays(7)).again(now));
    }

    @Test
    void hasNoRoomBeyondItsSizeAndForgetsPartitionsThatAreOthersNow() {
        // given
        shelf.put(waiting("m1", "ada"));
        shelf.put(waiting("m2", "ben"));
        shelf.put(waiting("m3", "eve"));
        assertThat(shelf.full()).isTrue();

        // when
        shelf.clear(0);
        desk.sweep();

        // then
        assertThat(shelf.full()).isFalse();
        assertThat(log.history()).isEmpty();
    }

    private InAppDesk desk() {
        LogWriter writer = new LogWriter(log);
        return new InAppDesk(
                shelf,
                new Ledger(writer),
                new ReceiptLog(writer, () -> now),
                (message, reason) -> left.add((message.messageId() + " " + reason).strip()),
                () -> now);
    }

    private List<String> events() {
        return log.history().stream()
                .filter(written -> written.topic().equals(Topics.EVENTS))
                .map(written -> ContractJson.read(written.value(), CustomerEvent.class))
                .map(event -> event.event() + " " + event.properties().get(Receipts.MESSAGE_ID)
                        + Optional.ofNullable(event.properties().get(Receipts.REASON))
                                .map(reason -> " " + reason)
                                .orElse(""))
                .toList();
    }

    private List<String> ledger() {
        return entries().stream()
                .map(entry -> entry.messageId() + " " + entry.status())
                .toList();
    }

    private List<LedgerEntry> entries() {
        return log.history().stream()
                .filter(written -> written.topic().equals(Topics.DISPATCH_LEDGER))
                .map(written -> Ledger.read(written.value()).orElseThrow())
                .toList();
    }

    private static LedgerEntry waiting(String messageId, String customer) {
        return waiting(messageId, customer, Duration.ofHours(1));
    }

    private static LedgerEntry waiting(String messageId, String customer, Duration time) {
        Shelved shelved = new Shelved(
                message(messageId, customer), "Title", "Text", null, "inline", "en", false, Messages.NOON.plus(time));
        return new LedgerEntry(
                messageId,
                Topics.MESSAGES_INAPP,
                0,
                0,
                Status.SHELVED,
                null,
                null,
                Tally.NONE,
                null,
                shelved,
                Messages.NOON);
    }

    private static MessageRef message(String messageId, String customer) {
        return MessageRef.of(Messages.message(messageId, customer, "inapp", null, null));
    }
}
