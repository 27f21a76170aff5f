package dev.safar.dispatch.lane;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.provider.Answer;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import static dev.safar.dispatch.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class DispatchLoopIT {

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    private DispatchFixture fixture;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start(directory, Endpoint.free());
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @BeforeEach
    void emptyTopics(TestInfo test) throws Exception {
        fixture = new DispatchFixture(kafka, test.getDisplayName());
    }

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    @Test
    void sendsAMessageOnceHoweverOftenItIsRestarted() throws Exception {
        // given
        fixture.send(Messages.email("m1"));
        fixture.dispatching(first -> {
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Sent m1"));
        });

        // when
        fixture.dispatching(second -> {
            fixture.send(Messages.email("m2"));
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Sent m1", "Email Sent m2"));
        });

        // then
        assertThat(fixture.provider.asked()).containsExactly("m1", "m2");
    }

    @Test
    void doesNotSendAgainWhatOnlyTheLedgerKnows() throws Exception {
        // given: sent by a process that ended before it could commit or report
        fixture.send(Messages.email("m1"));
        note("m1", 0, LedgerEntry.Status.SENT);

        // when
        fixture.dispatching(loop -> {
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Sent m1"));
        });

        // then
        assertThat(fixture.provider.asked()).isEmpty();
        assertThat(fixture.meter.uncertain).hasValue(0);
    }

    @Test
    void sendsAgainAndCountsWhatMayOrMayNotHaveBeenSent() throws Exception {
        // given: the process ended between asking the provider and noting its answer
        fixture.send(Messages.email("m1"));
        note("m1", 0, LedgerEntry.Status.ATTEMPTED);

        // when
        fixture.dispatching(loop -> {
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Sent m1"));
        });

        // then
        assertThat(fixture.provider.asked()).containsExactly("m1");
        assertThat(fixture.meter.uncertain).hasValue(1);
    }

    @Test
    void neverSendsWhatWasNotCommitted() throws Exception {
        // given
        try (KafkaProducer<String, byte[]> engine = fixture.producer(Map.of("transactional.id", "engine"))) {
            engine.initTransactions();
            engine.beginTransaction();
            write(engine, Messages.email("aborted"));
            engine.flush();
            engine.abortTransaction();
            engine.beginTransaction();
            write(engine, Messages.email("committed"));
            engine.commitTransaction();
        }

        // when
        fixture.dispatching(loop -> {
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Sent committed"));
            eventually(() -> assertThat(fixture.lag()).isZero());
        });

        // then
        assertThat(fixture.provider.asked()).containsExactly("committed");
    }

    @Test
    void keepsTheOrderOfEachCustomer() throws Exception {
        // given
        List<String> customers = List.of("ada", "bob", "cem", "dara", "eli");
        IntStream.range(0, 20)
                .forEach(i -> customers.forEach(customer -> fixture.send(
                        Messages.message(customer + "-" + i, customer, "email", customer + "@example.com", null))));

        // when
        fixture.dispatching(loop -> {
            eventually(() -> assertThat(fixture.provider.asked()).hasSize(100));
        });

        // then
        for (String customer : customers) {
            assertThat(fixture.provider.asked().stream().filter(id -> id.startsWith(customer + "-")))
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(i -> customer + "-" + i)
                            .toList());
        }
    }

    @Test
    void sharesTheWorkWithAnotherInstanceThatComesAndGoesAndSendsNothingTwice() throws Exception {
        // given
        List<String> all = new ArrayList<>();
        List<String> customers = List.of("ada", "bob", "cem", "dara", "eli", "fia");

        // when
        fixture.dispatching(first -> {
            all.addAll(sendTo(customers, 0));
            fixture.dispatching(second -> {
                all.addAll(sendTo(customers, 10));
                eventually(() -> assertThat(second.ready() && first.ready()).isTrue());
                all.addAll(sendTo(customers, 20));
            });
            all.addAll(sendTo(customers, 30));
            // who takes over publishes receipts of what was concluded again, under the same ids
            eventually(() -> assertThat(fixture.receipts().stream().distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().map(id -> "Email Sent " + id).toList()));
            eventually(() -> assertThat(fixture.lag()).isZero());
        });

        // then
        assertThat(fixture.provider.asked()).containsExactlyInAnyOrderElementsOf(all);
        for (String customer : customers) {
            assertThat(fixture.provider.asked().stream().filter(id -> id.startsWith(customer)))
                    .containsExactlyElementsOf(
                            all.stream().filter(id -> id.startsWith(customer)).toList());
        }
    }

    @Test
    void holdsMessagesWhileTheProviderIsDownAndAsksThenWhetherTheyAreStillWanted() throws Exception {
        // given
        MessageCommand bought = Messages.email("bought");
        MessageCommand late = Messages.message("late", "ada", "email", "ada@example.com", NOON.plusSeconds(60));
        MessageCommand wanted = Messages.email("wanted");
        fixture.provider.answer(envelope -> new Answer.Unreachable("down"));

        // when
        fixture.dispatching(loop -> {
            fixture.send(bought, late, wanted);
            eventually(() -> assertThat(fixture.provider.asked()).hasSizeGreaterThan(3));
            assertThat(loop.ready()).isTrue();
            assertThat(loop.alive()).isTrue();
            assertThat(fixture.receipts()).isEmpty();
            fixture.retract(bought);
            fixture.now.set(NOON.plus(Duration.ofHours(1)));
            eventually(() -> assertThat(fixture.receipts()).hasSize(2));
            fixture.provider.answer(envelope -> new Answer.Accepted("p"));
            eventually(() -> assertThat(fixture.receipts())
                    .containsExactly(
                            "Email Dropped bought retracted", "Email Dropped late too-late", "Email Sent wanted"));
        });
    }

    @Test
    void asksNothingOfAProviderThatIsNotAvailable() throws Exception {
        // given
        fixture.provider.available(false);

        // when
        fixture.dispatching(loop -> {
            fixture.send(Messages.email("m1"));
            eventually(() -> assertThat(loop.ready()).isTrue());
            fixture.retract(Messages.email("m1"));
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Dropped m1 retracted"));
        });

        // then
        assertThat(fixture.provider.asked()).isEmpty();
    }

    @Test
    void knowsOldRetractionsBeforeItSendsAnything() throws Exception {
        // given
        fixture.send(Messages.email("m1"), Messages.email("m2"));
        fixture.retract(Messages.email("m1"));

        // when
        fixture.dispatching(loop -> {
            eventually(() ->
                    assertThat(fixture.receipts()).containsExactly("Email Dropped m1 retracted", "Email Sent m2"));
        });

        // then
        assertThat(fixture.provider.asked()).containsExactly("m2");
    }

    @Test
    void reportsWhatTheProviderRefuses() throws Exception {
        // given
        fixture.provider.answer(envelope -> new Answer.Refused("smtp 550"));

        // when
        fixture.dispatching(loop -> {
            fixture.send(Messages.email("m1"));

            // then
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Failed m1 smtp 550"));
        });
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() throws Exception {
        // given
        byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
        fixture.write(Topics.MESSAGES_EMAIL, "ada", poison);
        fixture.send(Messages.email("m1"));

        // when
        fixture.dispatching(loop -> {
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Sent m1"));
            eventually(() -> assertThat(fixture.lag()).isZero());
        });

        // then
        List<DeadLetter> letters = fixture.deadLetters();
        assertThat(letters)
                .containsExactly(new DeadLetter(
                        Topics.MESSAGES_EMAIL,
                        letters.get(0).partition(),
                        0,
                        "ada",
                        "not a message for email",
                        NOON,
                        "e25vdCBqc29u"));
    }

    @Test
    void takesInOnlyAsMuchAsItsQueuesHoldAndCommitsOnlyWhatIsFinished() throws Exception {
        // given
        CountDownLatch stuck = new CountDownLatch(1);
        fixture.provider.answer(envelope -> {
            awaitUninterrupted(stuck);
            return new Answer.Accepted("p");
        });
        List<MessageCommand> many = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> many.add(Messages.email("m" + i)));
        fixture.send(many.toArray(MessageCommand[]::new));

        // when
        fixture.dispatching(loop -> {
            eventually(() -> assertThat(loop.queued("email")).isEqualTo(4));
            assertThat(fixture.lag()).isEqualTo(500);
            stuck.countDown();

            // then
            eventually(() -> assertThat(fixture.lag()).isZero());
        });
        assertThat(fixture.provider.asked())
                .containsExactlyElementsOf(
                        many.stream().map(MessageCommand::messageId).toList());
    }

    @Test
    void failsAMessageWhoseTemplateNeverComes() throws Exception {
        // given
        MessageCommand message = Messages.email("m1");

        // when
        fixture.dispatching(loop -> {
            fixture.send(Messages.withTemplate(message, "unheard-of"));

            // then
            eventually(() -> assertThat(fixture.receipts()).containsExactly("Email Failed m1 template-missing"));
        });
    }

    private List<String> sendTo(List<String> customers, int from) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < from + 10; i++) {
            for (String customer : customers) {
                ids.add(customer + "-" + i);
                fixture.send(Messages.message(customer + "-" + i, customer, "email", customer + "@example.com", null));
            }
        }
        return ids;
    }

    private void note(String messageId, long offset, LedgerEntry.Status status) {
        int partition = fixture.partitionOf("ada");
        new Ledger(new LogWriter(fixture.producer(Map.of())))
                .write(new LedgerEntry(
                        messageId,
                        Topics.MESSAGES_EMAIL,
                        partition,
                        offset,
                        status,
                        null,
                        null,
                        Tally.NONE,
                        null,
                        null,
                        NOON));
    }

    private static void write(KafkaProducer<String, byte[]> engine, MessageCommand message) throws Exception {
        engine.send(new ProducerRecord<>(Topics.MESSAGES_EMAIL, message.customerId(), ContractJson.write(message)))
                .get();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
