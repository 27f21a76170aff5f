package dev.safar.dispatch.lane;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.lane.Tenure.TenureEndedException;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.ledger.ReceiptLog;
import dev.safar.dispatch.policy.RateLimit;
import dev.safar.dispatch.policy.RetryPolicy;
import dev.safar.dispatch.policy.SendPolicy;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.render.EmailRenderer;
import dev.safar.dispatch.render.TemplateStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static dev.safar.dispatch.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class MessageWorkerTest {

    private final MockProducer<String, byte[]> log =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final RecordingProvider provider = new RecordingProvider();
    private final TemplateStore templates = new TemplateStore();
    private final Tenure tenure = tenure();
    private final MessageWorker worker = worker();

    @BeforeEach
    void publishTemplate() {
        templates.accept(new Definition(
                Definition.KIND_TEMPLATE,
                "reminder",
                "v1",
                Map.of("templates/reminder/email.en.liquid", "---\nsubject: Your cart\n---\nHello"),
                null,
                null));
    }

    @Test
    void doesNotSendAgainWhatItSentButCouldNotWriteDownBeforeThePartitionWasLost() throws Exception {
        // given: the log and the partition go while the provider is asked
        provider.answer(envelope -> {
            log.sendException = new TimeoutException("no broker");
            tenure.end();
            return new Answer.Accepted("p1");
        });
        assertThatThrownBy(() -> worker.deliver(message(tenure))).isInstanceOf(TenureEndedException.class);
        log.sendException = null;

        // when: the partition comes back, and the ledger knows of the attempt alone
        Tenure next = tenure();
        next.restore(new LedgerEntry(
                "m1", Topics.MESSAGES_EMAIL, 0, 0, LedgerEntry.Status.ATTEMPTED, null, null, Tally.NONE, NOON));
        worker.deliver(message(next));

        // then
        assertThat(provider.asked()).containsExactly("m1");
        assertThat(ledger()).containsExactly(LedgerEntry.Status.ATTEMPTED, LedgerEntry.Status.SENT);
        assertThat(receipts()).containsExactly("Email Sent");
    }

    @Test
    void doesNotSendAgainWhatItWroteDownAfterThePartitionWasLost() throws Exception {
        // given
        provider.answer(envelope -> {
            tenure.end();
            return new Answer.Accepted("p1");
        });
        worker.deliver(message(tenure));

        // when: the ledger was read before the second entry was written
        Tenure next = tenure();
        next.restore(new LedgerEntry(
                "m1", Topics.MESSAGES_EMAIL, 0, 0, LedgerEntry.Status.ATTEMPTED, null, null, Tally.NONE, NOON));
        worker.deliver(message(next));

        // then
        assertThat(provider.asked()).containsExactly("m1");
    }

    @Test
    void asksNothingOfTheProviderOnceThePartitionIsGone() {
        // given
        tenure.end();

        // then
        assertThatThrownBy(() -> worker.deliver(message(tenure))).isInstanceOf(TenureEndedException.class);
        assertThat(provider.asked()).isEmpty();
        assertThat(log.history()).isEmpty();
    }

    @Test
    void buriesWhatIsTooLargeForADeadLetterWithoutItsValue() throws Exception {
        // when
        worker.deliver(record(tenure, new byte[600_001]));

        // then
        assertThat(log.history().stream()
                        .map(written -> ContractJson.read(written.value(), DeadLetter.class))
                        .toList())
                .containsExactly(
                        new DeadLetter(Topics.MESSAGES_EMAIL, 0, 0, "ada", "not a message for email", NOON, null));
    }

    @Test
    void goesOnWithoutADeadLetterThatTheLogWillNeverTake() throws Exception {
        // given
        log.sendException = new RecordTooLargeException("too large");

        // when
        worker.deliver(record(tenure, new byte[1]));

        // then
        assertThat(log.history()).isEmpty();
    }

    private List<LedgerEntry.Status> ledger() {
        return log.history().stream()
                .filter(written -> written.topic().equals(Topics.DISPATCH_LEDGER))
                .map(written -> Ledger.read(written.value()).orElseThrow().status())
                .toList();
    }

    private List<String> receipts() {
        return log.history().stream()
                .filter(written -> written.topic().equals(Topics.EVENTS))
                .map(written ->
                        ContractJson.read(written.value(), CustomerEvent.class).event())
                .toList();
    }

    private MessageWorker worker() {
        LogWriter writer = new LogWriter(log);
        CountingMeter meter = new CountingMeter();
        Outlet<?> outlet = new Outlet<>(
                "email", new EmailRenderer(templates, Optional.empty()), provider, new RateLimit(0, System::nanoTime));
        DeliveryTools tools = new DeliveryTools(
                templates,
                new Retractions(10),
                new SendPolicy(Duration.ofDays(2)),
                new RetryPolicy(new RetryPolicy.Settings(3, 2, Duration.ofMillis(1), Duration.ofMillis(1))),
                Duration.ZERO,
                meter,
                () -> NOON);
        Journal.Books books = new Journal.Books(
                new Ledger(writer), new ReceiptLog(writer, () -> NOON), new Conclusions(10), meter, () -> NOON);
        return new MessageWorker(outlet, tools, books, writer);
    }

    private static Tenure tenure() {
        return new Tenure(new TopicPartition(Topics.MESSAGES_EMAIL, 0), 0);
    }

    private static QueuedMessage message(Tenure tenure) {
        return record(tenure, ContractJson.write(Messages.email("m1")));
    }

    private static QueuedMessage record(Tenure tenure, byte[] value) {
        return new QueuedMessage(tenure, new ConsumerRecord<>(Topics.MESSAGES_EMAIL, 0, 0, "ada", value));
    }
}
