package dev.safar.dispatch.lane;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Definition;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.inapp.InAppProvider;
import dev.safar.dispatch.inapp.Shelf;
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
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import dev.safar.dispatch.provider.Reply;
import dev.safar.dispatch.provider.Shelved;
import dev.safar.dispatch.render.CallRenderer;
import dev.safar.dispatch.render.EmailRenderer;
import dev.safar.dispatch.render.InAppRenderer;
import dev.safar.dispatch.render.TemplateStore;
import dev.safar.dispatch.tracking.MessageRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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

    private static final TopicPartition MESSAGES = new TopicPartition(Topics.MESSAGES_EMAIL, 0);
    private static final Reply SEVEN = new Reply(200, Map.of("score", 7));
    private static final Map<String, Object> CALL = Map.of(
            "message_id", "m1",
            "journey", "abandoned-cart",
            "run", "run-1",
            "step", "cart-reminder",
            "channel", "webhook");

    private Runnable beforeWriting = () -> {};
    private final MockProducer<String, byte[]> log =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(
                        ProducerRecord<String, byte[]> record, Callback callback) {
                    beforeWriting.run();
                    return super.send(record, callback);
                }
            };
    private final RecordingProvider provider = new RecordingProvider();
    private final TemplateStore templates = new TemplateStore();
    private final Tenure tenure = tenure();
    private final Retractions retractions = new Retractions(10);
    private final Shelf shelf = new Shelf(2, 3);
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
                "m1",
                Topics.MESSAGES_EMAIL,
                0,
                0,
                LedgerEntry.Status.ATTEMPTED,
                null,
                null,
                Tally.NONE,
                null,
                null,
                NOON));
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
                "m1",
                Topics.MESSAGES_EMAIL,
                0,
                0,
                LedgerEntry.Status.ATTEMPTED,
                null,
                null,
                Tally.NONE,
                null,
                null,
                NOON));
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
    void doesNotSendWhatIsTakenBackWhileTheAttemptIsNoted() throws Exception {
        // given
        beforeWriting = () -> retractions.add(0, "m1");

        // when
        worker.deliver(message(tenure));

        // then
        assertThat(provider.asked()).isEmpty();
        assertThat(ledger()).containsExactly(LedgerEntry.Status.ATTEMPTED, LedgerEntry.Status.DROPPED);
    }

    @Test
    void doesNotSendWhatWasTakenBackWhileTheProcessStoodStill() throws Exception {
        // given: it stands still right after the attempt was noted, and hears of nothing until it is a member again
        AtomicLong time = new AtomicLong();
        AtomicInteger looks = new AtomicInteger();
        AtomicReference<Lease> lease = new AtomicReference<>();
        lease.set(new Lease(() -> {
            if (time.get() > 0 && looks.incrementAndGet() == 3) {
                retractions.add(0, "m1");
                lease.get().renew(time.get());
            }
            return time.get();
        }));
        beforeWriting = () -> time.set(Lease.LENGTH.toNanos());

        // when
        worker.deliver(message(new Tenure(MESSAGES, 0, lease.get())));

        // then
        assertThat(provider.asked()).isEmpty();
        assertThat(ledger()).containsExactly(LedgerEntry.Status.ATTEMPTED, LedgerEntry.Status.DROPPED);
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

    @Test
    void reportsOfACallItsAnswerAndOfACallThatWasAnsweredBeforeTheSameAgain() throws Exception {
        // given
        MessageWorker callers = worker(calls(envelope -> new Answer.Accepted("", Optional.of(SEVEN))));

        // when: the answer is in the ledger, and its report may not be in the log
        callers.deliver(record(tenure, ContractJson.write(Messages.call("m1", null))));
        Tenure next = tenure();
        log.history().stream()
                .filter(written -> written.topic().equals(Topics.DISPATCH_LEDGER))
                .forEach(written -> next.restore(Ledger.read(written.value()).orElseThrow()));
        worker(calls(envelope -> new Answer.Refused("http 500")))
                .deliver(record(next, ContractJson.write(Messages.call("m1", null))));

        // then
        Map<String, Object> properties = new HashMap<>(CALL);
        properties.put("status", 200);
        properties.put("body", Map.of("score", 7));
        assertThat(answers()).containsExactly(properties, properties);
        assertThat(ids()).containsExactly("m1:answered", "m1:answered");
    }

    @Test
    void answersACallBeforeItsTimeIsUpRatherThanTryItAfterwards() throws Exception {
        // given: the next try would be a millisecond from now
        Reply unavailable = new Reply(503, Map.of());
        MessageWorker callers =
                worker(calls(envelope -> new Answer.TryAgain("http 503", Duration.ZERO, Optional.of(unavailable))));

        // when
        callers.deliver(record(tenure, ContractJson.write(Messages.call("m1", NOON.plusMillis(1)))));
        callers.deliver(record(tenure, ContractJson.write(Messages.call("m2", NOON.minusMillis(1)))));

        // then
        Map<String, Object> tried = new HashMap<>(CALL);
        tried.putAll(Map.of("status", 503, "reason", "http 503"));
        Map<String, Object> tooLate = new HashMap<>(CALL);
        tooLate.putAll(Map.of("message_id", "m2", "status", 0, "reason", "too-late"));
        assertThat(answers()).containsExactly(tried, tooLate);
        assertThat(ledger())
                .containsExactly(LedgerEntry.Status.ATTEMPTED, LedgerEntry.Status.FAILED, LedgerEntry.Status.DROPPED);
    }

    @Test
    void letsAMessageInTheShopWaitAndSaysNothingUntilItIsShown() throws Exception {
        // given
        templates.accept(new Definition(
                Definition.KIND_TEMPLATE, "reminder", "v1", Map.of("inapp.en.liquid", "Hello"), null, null));
        Outlet<?> shop = new Outlet<>(
                "inapp",
                new InAppRenderer(templates),
                new InAppProvider(shelf, Duration.ofDays(7)),
                new RateLimit(0, System::nanoTime));
        byte[] message =
                ContractJson.write(Messages.message("m1", "ada", "inapp", null, NOON.plus(Duration.ofHours(1))));
        List<Shelved> shown = new ArrayList<>();
        shelf.open("ada", shown::add);

        // when: it is read once more after a restart
        worker(shop).deliver(record(tenure, message));
        Tenure next = tenure();
        log.history()
                .forEach(written -> next.restore(Ledger.read(written.value()).orElseThrow()));
        worker(shop).deliver(record(next, message));

        // then
        assertThat(shown)
                .containsExactly(new Shelved(
                        MessageRef.of(ContractJson.read(message, MessageCommand.class)),
                        "",
                        "Hello",
                        null,
                        "inline",
                        "en",
                        false,
                        NOON.plus(Duration.ofHours(1))));
        assertThat(ledger()).containsExactly(LedgerEntry.Status.ATTEMPTED, LedgerEntry.Status.SHELVED);
        assertThat(receipts()).isEmpty();
    }

    private static Outlet<Content.Call> calls(Function<Envelope, Answer> answering) {
        ChannelProvider<Content.Call> provider = new ChannelProvider<>() {
            @Override
            public String name() {
                return "calls";
            }

            @Override
            public boolean awaited() {
                return true;
            }

            @Override
            public Answer send(Envelope envelope, Content.Call content) {
                return answering.apply(envelope);
            }
        };
        return new Outlet<>("webhook", new CallRenderer(), provider, new RateLimit(0, System::nanoTime));
    }

    private List<Map<String, Object>> answers() {
        return events().filter(event -> event.event().equals("Webhook Answered"))
                .map(CustomerEvent::properties)
                .toList();
    }

    private List<String> ids() {
        return events().map(CustomerEvent::messageId).toList();
    }

    private List<LedgerEntry.Status> ledger() {
        return log.history().stream()
                .filter(written -> written.topic().equals(Topics.DISPATCH_LEDGER))
                .map(written -> Ledger.read(written.value()).orElseThrow().status())
                .toList();
    }

    private List<String> receipts() {
        return events().map(CustomerEvent::event).toList();
    }

    private Stream<CustomerEvent> events() {
        return log.history().stream()
                .filter(written -> written.topic().equals(Topics.EVENTS))
                .map(written -> ContractJson.read(written.value(), CustomerEvent.class));
    }

    private MessageWorker worker() {
        return worker(new Outlet<>(
                "email", new EmailRenderer(templates, Optional.empty()), provider, new RateLimit(0, System::nanoTime)));
    }

    private MessageWorker worker(Outlet<?> outlet) {
        LogWriter writer = new LogWriter(log);
        CountingMeter meter = new CountingMeter();
        DeliveryTools tools = new DeliveryTools(
                templates,
                retractions,
                shelf,
                new SendPolicy(Duration.ofDays(2)),
                new RetryPolicy(new RetryPolicy.Settings(3, 2, Duration.ofMillis(1), Duration.ofMillis(1))),
                Duration.ZERO,
                meter,
                () -> NOON);
        Journal.Books books = new Journal.Books(
                new Ledger(writer), new ReceiptLog(writer, () -> NOON), new Conclusions(10), shelf, meter, () -> NOON);
        return new MessageWorker(outlet, tools, books, writer);
    }

    private static Tenure tenure() {
        return new Tenure(MESSAGES, 0, new Lease(System::nanoTime));
    }

    private static QueuedMessage message(Tenure tenure) {
        return record(tenure, ContractJson.write(Messages.email("m1")));
    }

    private static QueuedMessage record(Tenure tenure, byte[] value) {
        return new QueuedMessage(tenure, new ConsumerRecord<>(Topics.MESSAGES_EMAIL, 0, 0, "ada", value));
    }
}
