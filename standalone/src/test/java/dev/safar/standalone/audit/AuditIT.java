package dev.safar.standalone.audit;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.core.model.JourneyId;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.state.Tally;
import dev.safar.engine.state.TallyCodec;
import dev.safar.standalone.cli.SafarCommand;
import dev.safar.standalone.log.CommittedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop whose logs are as the engine wrote them passes; a record of somebody else's is found, whatever it breaks. */
class AuditIT {

    private static final String CHANGELOG = "safar-engine-customers-changelog";
    private static final List<String> CUSTOMERS =
            IntStream.range(0, 8).mapToObj(i -> "customer-" + i).toList();

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private AuditedShop shop;

    @BeforeEach
    void halfOfThemOrderAndTheOthersAreReminded() {
        shop = new AuditedShop(directory);
        CUSTOMERS.forEach(customer -> {
            shop.customer(customer);
            shop.track(customer, "Product Added");
        });
        shop.awaitWaiting(8);
        shop.pass(Duration.ofMinutes(30));
        CUSTOMERS.subList(0, 4).forEach(customer -> shop.track(customer, "Order Completed"));
        shop.awaitWaiting(4);
        shop.pass(Duration.ofMinutes(31));
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void whatTheEngineWritesPassesWhileItRunsAndAfter() {
        // when
        AuditReport running = Audit.of(shop.request()).run();
        shop.stopEngine();
        AuditReport stopped = Audit.of(shop.request()).run();

        // then
        assertThat(running.findings()).isEmpty();
        assertThat(stopped.findings()).isEmpty();
        assertThat(stopped.verdicts().stream().map(verdict -> verdict.judged() + " " + verdict.guarantee()))
                .containsExactly(
                        "8 APPLIED_ONCE",
                        "4 ASKED_ONCE",
                        "0 SENT_ONCE",
                        "4 NOT_CANCELLED",
                        journeysPerPartition() + " BALANCED",
                        "4 NOTHING_OVERDUE",
                        "4 DECIDED",
                        "4 SEEN_THROUGH");
        assertThat(stopped.of(Guarantee.APPLIED_ONCE).noted()).containsEntry("events applied", 20L);
        assertThat(stopped.of(Guarantee.SEEN_THROUGH).noted()).containsEntry("still to come", 4L);
        assertThat(audit()).isZero();
        assertThat(out.toString()).contains("every accepted event applied once");
    }

    @Test
    void everythingThatSomebodyElseWritesIsFound() throws Exception {
        // given
        shop.stopEngine();
        List<ConsumerRecord<byte[], byte[]>> sent = shop.read(Topics.MESSAGES_EMAIL);

        // then
        assertThat(broken()).isEmpty();

        // a message once more, and one that nobody decided on
        shop.write(copy(sent.get(0), sent.get(0).value()));
        assertThat(broken()).containsExactly(Guarantee.ASKED_ONCE);
        shop.write(copy(sent.get(1), ContractJson.write(withId(message(sent.get(1)), "made-up"))));
        assertThat(broken()).containsExactly(Guarantee.ASKED_ONCE, Guarantee.DECIDED);

        // dispatch says that it is through, and has noted nothing
        shop.dispatchHasFinished();
        assertThat(broken()).contains(Guarantee.SEEN_THROUGH);
        sent.forEach(found -> note(found, "first"));
        note(sent.get(0), "second");
        assertThat(broken()).contains(Guarantee.SENT_ONCE);

        // a record that has forgotten an event, a timer that is gone, runs that nobody counted
        StoredCustomer waiting = stored("customer-5");
        shop.write(changelog("customer-5", StoreKeys.customer("customer-5"), CustomerCodec.encode(lessOne(waiting))));
        assertThat(broken()).contains(Guarantee.APPLIED_ONCE);
        shop.write(changelog(
                "customer-6", StoreKeys.timer(stored("customer-6").indexedDue().orElseThrow(), "customer-6"), null));
        assertThat(broken()).contains(Guarantee.NOTHING_OVERDUE);
        shop.write(changelog(
                "customer-7", StoreKeys.TALLY, TallyCodec.encode(Tally.empty().entered(new JourneyId("cart")))));
        assertThat(broken()).contains(Guarantee.BALANCED);

        // an order before the tick that a message came from
        MessageCommand late = message(sent.get(2));
        shop.write(new ProducerRecord<>(
                Topics.MESSAGES_EMAIL,
                partitionOf("customer-0"),
                AuditedShop.utf8("customer-0"),
                ContractJson.write(toSomeoneElse(late, "customer-0"))));
        assertThat(broken()).containsExactly(Guarantee.values());
        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("customer customer-5, events-")
                .contains("customer customer-6, partition ")
                .contains("message made-up, messages.email-")
                .contains("'Order Completed' at events-");
    }

    @Test
    void whatAProviderWasGivenTwiceOrNeverAskedForIsFound() throws Exception {
        // given
        List<String> ids = shop.read(Topics.MESSAGES_EMAIL, MessageCommand.class).stream()
                .map(MessageCommand::messageId)
                .toList();
        Path twice = directory.resolve("twice");
        Files.write(twice, List.of(ids.get(0), ids.get(1), ids.get(0)));

        // then
        assertThat(Audit.of(shop.request().withDeliveries(ids)).run().passed()).isTrue();
        assertThat(audit("--deliveries", twice.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("message " + ids.get(0) + ", messages.email-")
                .contains("2 times");
        assertThat(Audit.of(shop.request().withDeliveries(List.of("never-asked-for")))
                        .run()
                        .findings())
                .extracting(Finding::subject)
                .containsExactly("message never-asked-for");
    }

    @Test
    void whatRetentionDeletesMeanwhileIsNobodysLoss() {
        // given
        shop.stopEngine();
        Snapshot snapshot;
        try (Cluster cluster =
                new Cluster(shop.bootstrapServers(), shop.request().patience())) {
            snapshot = Snapshot.of(cluster, shop.request());
        }

        // when
        shop.deleteFirst(Topics.EVENTS, 6);
        AuditReport report;
        try (CommittedLog log = CommittedLog.open(shop.bootstrapServers())) {
            report = Audit.of(shop.request()).run(snapshot, log);
        }

        // then
        assertThat(report.findings()).isEmpty();
        assertThat(report.of(Guarantee.APPLIED_ONCE).notJudged())
                .containsOnlyKeys("customers whose first events the log no longer has");
    }

    @Test
    void whoWaitsForAnEngineThatStandsStillIsFoundWhereThatIsAskedFor() {
        // given
        shop.stopEngine();

        // then
        assertThat(audit()).isZero();
        assertThat(audit("--max-behind", "60")).isEqualTo(1);
        assertThat(out.toString())
                .contains("BROKEN: nothing due left waiting")
                .contains(" and still waiting; the last tick that the engine has been through is of 2026-03-01T10:01");
    }

    @Test
    void anotherClusterOrNameIsSaidToBeNone() {
        // when
        int exit = audit("--application-id", "nobody");

        // then
        assertThat(exit).isEqualTo(3);
    }

    private int audit(String... options) {
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("audit", "--bootstrap-servers", shop.bootstrapServers()));
        arguments.addAll(List.of(options));
        return SafarCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Set<Guarantee> broken() {
        return Audit.of(shop.request()).run().verdicts().stream()
                .filter(verdict -> !verdict.holds())
                .map(Verdict::guarantee)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Guarantee.class)));
    }

    private long journeysPerPartition() {
        return shop.read(Topics.DECISIONS).stream()
                .map(ConsumerRecord::partition)
                .distinct()
                .count();
    }

    private void note(ConsumerRecord<byte[], byte[]> found, String provider) {
        MessageCommand message = message(found);
        var entry = new LedgerEntry(
                message.messageId(),
                found.topic(),
                found.partition(),
                found.offset(),
                Status.SENT,
                provider,
                null,
                null,
                null,
                null,
                AuditedShop.T0);
        shop.write(new ProducerRecord<>(
                Topics.DISPATCH_LEDGER,
                found.partition(),
                AuditedShop.utf8(message.messageId()),
                ContractJson.write(entry)));
    }

    private StoredCustomer stored(String customer) {
        byte[] key = StoreKeys.customer(customer).get();
        return shop.read(CHANGELOG).stream()
                .filter(found -> Arrays.equals(found.key(), key))
                .reduce((earlier, last) -> last)
                .map(found -> CustomerCodec.decode(found.value()))
                .orElseThrow();
    }

    private static StoredCustomer lessOne(StoredCustomer stored) {
        Applied all = stored.applied();
        Applied less = new Applied(all.first(), all.count() - 1, all.digest() - Applied.hash(all.first()), true);
        return new StoredCustomer(stored.customer(), stored.indexedDue(), true, less);
    }

    private ProducerRecord<byte[], byte[]> changelog(String customer, Bytes key, byte[] value) {
        return new ProducerRecord<>(CHANGELOG, partitionOf(customer), key.get(), value);
    }

    private int partitionOf(String customer) {
        return shop.read(Topics.DECISIONS).stream()
                .filter(found -> ContractJson.read(found.value(), DecisionRecord.class)
                        .customer()
                        .equals(customer))
                .findFirst()
                .orElseThrow()
                .partition();
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> of, byte[] value) {
        return new ProducerRecord<>(of.topic(), of.partition(), of.key(), value);
    }

    private static MessageCommand message(ConsumerRecord<byte[], byte[]> found) {
        return ContractJson.read(found.value(), MessageCommand.class);
    }

    private static MessageCommand withId(MessageCommand message, String id) {
        String json = new String(ContractJson.write(message), StandardCharsets.UTF_8);
        return ContractJson.read(AuditedShop.utf8(json.replace(message.messageId(), id)), MessageCommand.class);
    }

    /** A message to a customer who had ordered, from the run of theirs that the order ended. */
    private MessageCommand toSomeoneElse(MessageCommand message, String customer) {
        DecisionRecord entered = shop.read(Topics.DECISIONS, DecisionRecord.class).stream()
                .filter(decision -> decision.customer().equals(customer) && "entered".equals(decision.type()))
                .findFirst()
                .orElseThrow();
        return new MessageCommand(
                "too-late",
                customer,
                entered.journey(),
                entered.version(),
                entered.run(),
                message.step(),
                message.channel(),
                message.template(),
                message.templateVersion(),
                message.to(),
                message.locale(),
                message.variables(),
                message.requestedAt(),
                message.dueAt(),
                message.notAfter(),
                partitionOf(customer),
                10_000);
    }
}
