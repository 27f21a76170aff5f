package dev.safar.standalone.audit;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.engine.streams.EventReader;
import dev.safar.standalone.audit.AppliedOnce.Event;
import dev.safar.standalone.audit.AppliedOnce.Stretch;
import dev.safar.standalone.audit.DueTimers.Clockwork;
import dev.safar.standalone.audit.Publications.Heard;
import dev.safar.standalone.log.CommittedLog;
import dev.safar.standalone.log.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads the logs of one partition, which hold the whole life of its customers, and hands what is in them to the checks. What it
 * keeps goes when it is done, so that an audit needs memory for one partition at a time.
 */
final class PartitionAudit {

    private final int partition;
    private final Snapshot snapshot;
    private final CommittedLog log;
    private final Common common;
    private final Horizons horizons = new Horizons();
    private final Outbox outbox;
    private final Cancellations cancellations;
    private final RunBalance balance = new RunBalance();
    private final TaskState state = new TaskState();
    private long lastTick = Clockwork.NO_TICK;
    private long lastTickAppended;
    private long lastAppended;

    /** What all partitions share. */
    record Common(
            AuditRequest request,
            Publications publications,
            DeadLetterBox deadLetters,
            IdSet ids,
            Optional<Deliveries> deliveries,
            Verdicts verdicts) {}

    PartitionAudit(int partition, Snapshot snapshot, CommittedLog log, Common common) {
        this.partition = partition;
        this.snapshot = snapshot;
        this.log = log;
        this.common = common;
        this.outbox = new Outbox(common.ids(), horizons, common.verdicts());
        this.cancellations = new Cancellations(common.publications()::journey, horizons, common.verdicts());
    }

    /** Messages first, so that of decisions and events only those are kept that concern them. */
    void run() {
        Topics.messages().forEach(topic -> all(topic, this::message));
        all(Topics.DECISIONS, this::decision);
        all(Topics.DISPATCH_LEDGER, this::ledger);
        TopicPartition changelog = new TopicPartition(snapshot.changelog(), partition);
        read(snapshot.early(changelog), found -> state.put(found.key(), found.value()));
        read(snapshot.late(changelog), found -> state.putLater(found.key(), found.value()));
        events();
        conclude();
    }

    private void conclude() {
        Map<String, Long> finished = new HashMap<>();
        snapshot.dispatch().forEach((of, offset) -> {
            if (of.partition() == partition) {
                finished.put(of.topic(), offset);
            }
        });
        outbox.conclude(finished, common.deadLetters().messages());
        common.deliveries().ifPresent(deliveries -> deliveries.judge(outbox, common.verdicts()));
        cancellations.conclude();
        balance.conclude(partition, state, horizons.whole(Topics.DECISIONS), common.verdicts());
        Duration behind = Duration.ofMillis(lastAppended - lastTickAppended);
        AuditRequest request = common.request();
        var clockwork = new Clockwork(lastTick, behind, request.grace(), request.overdueBefore());
        new DueTimers(partition, clockwork, common.verdicts())
                .conclude(state, common.deadLetters().customers());
    }

    private void message(ConsumerRecord<byte[], byte[]> found) {
        Position position = position(found);
        MessageCommand command = ContractJson.read(found.value(), MessageCommand.class);
        outbox.message(command, new MessageLine(command.messageId(), position, found.timestamp(), early(found)));
        cancellations.message(command, position);
    }

    private void decision(ConsumerRecord<byte[], byte[]> found) {
        DecisionRecord decision = ContractJson.read(found.value(), DecisionRecord.class);
        outbox.decision(decision, position(found), found.timestamp(), early(found));
        cancellations.decision(decision);
        balance.decision(decision, early(found));
    }

    private void ledger(ConsumerRecord<byte[], byte[]> found) {
        if (found.value() != null) {
            Ledger.read(found.value()).ifPresent(entry -> outbox.ledger(entry, position(found), found.timestamp()));
        }
    }

    private void events() {
        TopicPartition events = new TopicPartition(Topics.EVENTS, partition);
        long processed = snapshot.engine().getOrDefault(events, 0L);
        var stretch = new Stretch(
                partition,
                processed,
                common.deadLetters().events(partition),
                common.request().overdueBefore());
        var applied = new AppliedOnce(stretch, state.customers(), common.verdicts());
        all(Topics.EVENTS, found -> event(found, processed, applied));
        // what retention deleted meanwhile was skipped, and is all before where the log begins now
        applied.conclude(log.begin(events, common.request().patience()));
    }

    private void event(ConsumerRecord<byte[], byte[]> found, long processed, AppliedOnce applied) {
        if (early(found)) {
            lastAppended = found.timestamp();
        }
        var event = new Record<>(found.key(), found.value(), 0L, found.headers());
        if (EventReader.isTick(event)) {
            common.deadLetters().tick(partition, found.offset());
            if (found.offset() < processed) {
                tick(event, found.timestamp());
            }
        } else if (!common.publications().none()) {
            String customer = found.key() == null ? "" : new String(found.key(), StandardCharsets.UTF_8);
            Optional<Heard> heard;
            try {
                heard = common.publications().hear(found);
            } catch (RuntimeException e) {
                applied.unreadable(customer, found.offset());
                return;
            }
            heard.ifPresent(it -> {
                applied.event(customer, new Event(found.offset(), found.timestamp(), it.surely()));
                if (!common.deadLetters().events(partition).contains(found.offset())) {
                    applied(customer, found.offset(), it);
                }
            });
        }
    }

    private void applied(String customer, long offset, Heard heard) {
        if (heard.surely()) {
            cancellations.event(customer, offset, heard.event());
        } else {
            cancellations.possible(customer, heard.event());
        }
    }

    /** One from the future counts from when it was appended. */
    private void tick(Record<byte[], byte[]> tick, long appendedAt) {
        try {
            lastTick = Math.max(lastTick, Math.min(EventReader.tick(tick).toEpochMilli(), appendedAt));
            lastTickAppended = appendedAt;
        } catch (RuntimeException e) {
            common.verdicts().note(Guarantee.NOTHING_OVERDUE, "ticks that can't be read");
        }
    }

    /** Reads a log of this partition up to the second cut. */
    private void all(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Span whole = snapshot.whole(new TopicPartition(topic, partition));
        if (whole.begin() > 0) {
            horizons.trimmed(topic, Long.MAX_VALUE / 2);
        }
        boolean[] reached = {whole.begin() == 0};
        read(whole, found -> {
            if (!reached[0]) {
                horizons.trimmed(topic, found.timestamp());
                reached[0] = true;
            }
            reader.accept(found);
        });
    }

    private void read(Span span, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        log.read(span, common.request().patience(), reader);
    }

    private boolean early(ConsumerRecord<byte[], byte[]> found) {
        return found.offset() < snapshot.first().get(new TopicPartition(found.topic(), partition));
    }

    private static Position position(ConsumerRecord<byte[], byte[]> found) {
        return new Position(found.topic(), found.partition(), found.offset());
    }
}
