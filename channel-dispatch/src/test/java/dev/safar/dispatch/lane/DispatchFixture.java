package dev.safar.dispatch.lane;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Definition;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import dev.safar.contracts.Retraction;
import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.policy.RateLimit;
import dev.safar.dispatch.policy.RetryPolicy;
import dev.safar.dispatch.policy.SendPolicy;
import dev.safar.dispatch.render.EmailRenderer;
import dev.safar.dispatch.render.TemplateStore;
import dev.safar.kafka.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;

/** Loops that come and go on a broker as processes would. */
final class DispatchFixture implements AutoCloseable {

    private static final int PARTITIONS = 2;

    final RecordingProvider provider = new RecordingProvider();
    final CountingMeter meter = new CountingMeter();
    final AtomicReference<Instant> now = new AtomicReference<>(Messages.NOON);
    private final EmbeddedKafka kafka;
    private final String group;
    private final KafkaProducer<String, byte[]> producer;
    private final TemplateStore templates = new TemplateStore();

    /** On a broker that may have been used before: with a group of its own, and topics that are empty. */
    DispatchFixture(EmbeddedKafka kafka, String group) throws Exception {
        this.kafka = kafka;
        this.group = group;
        emptyTopics();
        producer = producer(Map.of());
        templates.accept(new Definition(
                Definition.KIND_TEMPLATE,
                "reminder",
                "v1",
                Map.of(
                        "templates/reminder/email.en.liquid",
                        "---\nsubject: Your cart\n---\nHello {{ customer.first_name }}"),
                null,
                null));
    }

    private DispatchLoop loop() {
        Outlet<?> outlet = new Outlet<>(
                "email", new EmailRenderer(templates, Optional.empty()), provider, new RateLimit(0, System::nanoTime));
        DispatchLoop.Tools tools = new DispatchLoop.Tools(
                templates,
                new SendPolicy(Duration.ofDays(2)),
                new RetryPolicy(new RetryPolicy.Settings(3, 2, Duration.ofMillis(20), Duration.ofMillis(50))),
                new LogWriter(producer),
                new Shelf(10, 100),
                meter,
                now::get);
        return new DispatchLoop(
                () -> new KafkaConsumer<>(
                        ClientSettings.ofLoop(kafka.bootstrapServers(), group),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                List.of(outlet),
                tools,
                new LoopSettings(3, 4, 1000, Duration.ofMillis(20), Duration.ofMillis(200)));
    }

    /** What happens from the start of a loop to its end. */
    interface Session {
        void run(DispatchLoop loop) throws Exception;
    }

    void dispatching(Session session) throws Exception {
        try (DispatchLoop loop = loop()) {
            loop.start();
            session.run(loop);
        }
    }

    void send(MessageCommand... messages) {
        for (MessageCommand message : messages) {
            write(Topics.messages(message.channel()), message.customerId(), ContractJson.write(message));
        }
    }

    void retract(MessageCommand message) {
        Retraction retraction = new Retraction(
                message.messageId(), message.customerId(), message.channel(), "Order Completed", now.get());
        write(Topics.RETRACTIONS, message.customerId(), ContractJson.write(retraction));
    }

    void write(String topic, String key, byte[] value) {
        new LogWriter(producer).write(new ProducerRecord<>(topic, key, value));
    }

    KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(ClientSettings.ofWriter(kafka.bootstrapServers()));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Where messages of the customer are. */
    int partitionOf(String customer) {
        return Utils.toPositive(Utils.murmur2(customer.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    /** Receipts so far, as {@code Email Sent m1} or {@code Email Dropped m1 retracted}, in the order of each partition. */
    List<String> receipts() {
        return read(Topics.EVENTS).stream()
                .map(value -> ContractJson.read(value, CustomerEvent.class))
                .map(event -> event.event() + " " + event.properties().get(Receipts.MESSAGE_ID)
                        + Optional.ofNullable(event.properties().get(Receipts.REASON))
                                .map(reason -> " " + reason)
                                .orElse(""))
                .toList();
    }

    List<DeadLetter> deadLetters() {
        return read(Topics.DEAD_LETTERS).stream()
                .map(value -> ContractJson.read(value, DeadLetter.class))
                .toList();
    }

    /** Messages not yet committed by the group. */
    long lag() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends(Topics.MESSAGES_EMAIL).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - Optional.ofNullable(committed.get(end.getKey()))
                                    .map(offset -> offset.offset())
                                    .orElse(0L))
                    .sum();
        }
    }

    /** Who is in the group: after a rebalance in which one was lost, others. */
    List<String> members() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get().members().stream()
                    .map(member -> member.consumerId() + " " + member.assignment())
                    .toList();
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void emptyTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            List<String> topics =
                    TopicSpec.all(PARTITIONS).stream().map(TopicSpec::name).toList();
            if (!admin.listTopics().names().get().isEmpty()) {
                admin.deleteTopics(topics).all().get();
                Awaitility.await()
                        .until(() ->
                                Collections.disjoint(admin.listTopics().names().get(), topics));
            }
        }
        kafka.createTopics(TopicSpec.all(PARTITIONS));
    }

    private List<byte[]> read(String topic) {
        Map<TopicPartition, Long> ends = ends(topic);
        List<byte[]> values = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = reader()) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> values.add(message.value()));
            }
        }
        return values;
    }

    private Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = reader()) {
            return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
        }
    }

    private KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(
                ClientSettings.ofReader(kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
