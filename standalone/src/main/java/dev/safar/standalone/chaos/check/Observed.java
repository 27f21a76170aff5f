package dev.safar.standalone.chaos.check;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Headers;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.ledger.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What is committed in the topics, as far as the checks ask for it. */
final class Observed {

    /** After one of these a message is no longer under way. */
    private static final Set<Receipts.Kind> ENDS =
            EnumSet.of(Receipts.Kind.SENT, Receipts.Kind.BOUNCED, Receipts.Kind.FAILED, Receipts.Kind.DROPPED);

    private final Set<String> events = new HashSet<>();
    private final Map<String, MessageCommand> messages = new LinkedHashMap<>();
    private final List<String> askedForAgain = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<String, List<Noted>> ledger = new HashMap<>();

    void take(ConsumerRecord<byte[], byte[]> entry) {
        switch (entry.topic()) {
            case Topics.EVENTS -> {
                if (!isTick(entry)) {
                    add(ContractJson.read(entry.value(), CustomerEvent.class));
                }
            }
            case Topics.DEAD_LETTERS -> deadLetters.add(ContractJson.read(entry.value(), DeadLetter.class));
            case Topics.DISPATCH_LEDGER -> {
                if (entry.value() != null) {
                    add(new Noted(
                            ContractJson.read(entry.value(), LedgerEntry.class),
                            Instant.ofEpochMilli(entry.timestamp())));
                }
            }
            default -> add(ContractJson.read(entry.value(), MessageCommand.class));
        }
    }

    boolean hasEvent(String messageId) {
        return events.contains(messageId);
    }

    /** The messages asked for, by id. */
    Map<String, MessageCommand> messages() {
        return messages;
    }

    /** Ids that stand in the outbox more than once. */
    List<String> askedForAgain() {
        return askedForAgain;
    }

    /** Messages of which nothing was reported that ends them. */
    List<String> underWay() {
        return messages.keySet().stream().filter(id -> !ended.contains(id)).toList();
    }

    /** Whether dispatch has reported that it was not sent since nobody wanted it any more. */
    boolean wasDropped(String messageId) {
        return dropped.contains(messageId);
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** What the ledger says of a message, in its order. */
    List<Noted> ledger(String messageId) {
        return ledger.getOrDefault(messageId, List.of());
    }

    private void add(CustomerEvent event) {
        if (event.messageId() != null) {
            events.add(event.messageId());
        }
        Optional.ofNullable(event.event())
                .flatMap(Receipts::kindOf)
                .ifPresent(
                        kind -> report(kind, String.valueOf(event.properties().get(Receipts.MESSAGE_ID))));
    }

    private void report(Receipts.Kind kind, String message) {
        if (ENDS.contains(kind)) {
            ended.add(message);
        }
        if (kind == Receipts.Kind.DROPPED) {
            dropped.add(message);
        }
    }

    private void add(MessageCommand message) {
        if (messages.putIfAbsent(message.messageId(), message) != null) {
            askedForAgain.add(message.messageId());
        }
    }

    private void add(Noted noted) {
        ledger.computeIfAbsent(noted.entry().messageId(), id -> new ArrayList<>())
                .add(noted);
    }

    private static boolean isTick(ConsumerRecord<byte[], byte[]> entry) {
        Header type = entry.headers().lastHeader(Headers.TYPE);
        return type != null && new String(type.value(), StandardCharsets.UTF_8).equals(Headers.TYPE_TICK);
    }
}
