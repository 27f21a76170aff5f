package dev.safar.standalone.demo;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Headers;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** All that has happened so far, as the topics tell it. */
final class Chronicle {

    /** After one of these a message is no longer under way. */
    private static final Set<Receipts.Kind> ENDS =
            EnumSet.of(Receipts.Kind.SENT, Receipts.Kind.BOUNCED, Receipts.Kind.FAILED, Receipts.Kind.DROPPED);

    private final List<CustomerEvent> events = new ArrayList<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private final Map<String, RunStart> runs = new HashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<String, MessageCommand> messages = new LinkedHashMap<>();
    private final List<String> requestedAgain = new ArrayList<>();
    private final Map<String, Set<Receipts.Kind>> receipts = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    /** Adds what a topic has. */
    void take(ConsumerRecord<byte[], byte[]> entry) {
        switch (entry.topic()) {
            case Topics.EVENTS -> {
                if (!isTick(entry)) {
                    add(ContractJson.read(entry.value(), CustomerEvent.class));
                }
            }
            case Topics.DECISIONS -> add(ContractJson.read(entry.value(), DecisionRecord.class));
            case Topics.DEAD_LETTERS -> add(ContractJson.read(entry.value(), DeadLetter.class));
            default -> add(ContractJson.read(entry.value(), MessageCommand.class));
        }
    }

    void add(CustomerEvent event) {
        events.add(event);
        if (Receipts.WEBHOOK_ANSWERED.equals(event.event())) {
            underWay.remove(String.valueOf(event.properties().get(Receipts.MESSAGE_ID)));
        }
        receiptOf(event)
                .ifPresent(kind -> report(String.valueOf(event.properties().get(Receipts.MESSAGE_ID)), kind));
    }

    void add(DecisionRecord decision) {
        decisions.add(decision);
        RunStart.of(decision).ifPresent(start -> runs.put(decision.run(), start));
    }

    void add(DeadLetter letter) {
        deadLetters.add(letter);
    }

    void add(MessageCommand message) {
        if (messages.putIfAbsent(message.messageId(), message) != null) {
            requestedAgain.add(message.messageId());
        } else if (goesByItself(message) && Collections.disjoint(receipts(message.messageId()), ENDS)) {
            underWay.add(message.messageId());
        }
    }

    private static boolean isTick(ConsumerRecord<byte[], byte[]> entry) {
        Header type = entry.headers().lastHeader(Headers.TYPE);
        return type != null && new String(type.value(), StandardCharsets.UTF_8).equals(Headers.TYPE_TICK);
    }

    /** A message in the shop waits for a customer, and nobody comes to this shop. */
    private static boolean goesByItself(MessageCommand message) {
        return !Topics.messages(message.channel()).equals(Topics.MESSAGES_INAPP);
    }

    private void report(String message, Receipts.Kind kind) {
        receipts.computeIfAbsent(message, id -> EnumSet.noneOf(Receipts.Kind.class))
                .add(kind);
        if (ENDS.contains(kind)) {
            underWay.remove(message);
        }
    }

    List<CustomerEvent> events() {
        return Collections.unmodifiableList(events);
    }

    List<DecisionRecord> decisions() {
        return Collections.unmodifiableList(decisions);
    }

    /** How a run began, if it did. */
    Optional<RunStart> start(String run) {
        return Optional.ofNullable(runs.get(run));
    }

    List<DeadLetter> deadLetters() {
        return Collections.unmodifiableList(deadLetters);
    }

    /** The messages asked for, in the order of their topics. */
    Collection<MessageCommand> messages() {
        return Collections.unmodifiableCollection(messages.values());
    }

    Optional<MessageCommand> message(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** The ids of messages that were asked for more than once, which must not be. */
    List<String> requestedAgain() {
        return Collections.unmodifiableList(requestedAgain);
    }

    /** What was reported on a message. */
    Set<Receipts.Kind> receipts(String message) {
        return receipts.getOrDefault(message, Set.of());
    }

    /** The messages that were asked for and have neither been sent nor given up. */
    Set<String> underWay() {
        return Collections.unmodifiableSet(underWay);
    }

    /** What a report says; empty for what customers do. */
    static Optional<Receipts.Kind> receiptOf(CustomerEvent event) {
        return event.event() == null ? Optional.empty() : Receipts.kindOf(event.event());
    }
}
