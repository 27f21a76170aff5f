package dev.safar.dispatch.inapp;

import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.provider.Shelved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages that wait for customers to come to the shop, as far as this instance has their partitions, and the pages that
 * are open. Bounded for each customer and in all; what no longer waits is kept until somebody has told so.
 */
public final class Shelf {

    /** Why a message had to go that newer ones of its customer have pushed out. */
    static final String CROWDED_OUT = "crowded-out";

    static final String RETRACTED = "retracted";
    static final String TOO_LATE = "too-late";

    private final int perCustomer;
    private final int total;
    private final Map<String, LedgerEntry> waiting = new LinkedHashMap<>();
    private final Map<String, List<LedgerEntry>> byCustomer = new LinkedHashMap<>();
    private final Map<String, Ended> ended = new LinkedHashMap<>();
    private final Map<String, List<Page>> pages = new LinkedHashMap<>();

    /** An open page of a customer. Told from any thread, and must not wait. */
    @FunctionalInterface
    public interface Page {
        void show(Shelved message);
    }

    /** A message that must not be shown any more, and why. */
    record Ended(LedgerEntry entry, String reason) {}

    public Shelf(int perCustomer, int total) {
        this.perCustomer = perCustomer;
        this.total = total;
    }

    /** Whether nothing more can wait. */
    public synchronized boolean full() {
        return waiting.size() >= total;
    }

    /** How many messages wait. */
    public synchronized int size() {
        return waiting.size();
    }

    /** Lets a message wait, and shows it where its customer is; doing so again changes nothing. */
    public synchronized void put(LedgerEntry entry) {
        if (ended.containsKey(entry.messageId()) || waiting.putIfAbsent(entry.messageId(), entry) != null) {
            return;
        }
        String customer = customer(entry);
        List<LedgerEntry> all = byCustomer.computeIfAbsent(customer, any -> new ArrayList<>());
        all.add(entry);
        if (all.size() > perCustomer) {
            end(all.get(0).messageId(), CROWDED_OUT);
        }
        pages.getOrDefault(customer, List.of()).forEach(page -> page.show(entry.shelved()));
    }

    /** It is not wanted any more. */
    public synchronized void retract(String messageId) {
        end(messageId, RETRACTED);
    }

    /** Somebody else has told what became of it. */
    public synchronized void forget(String messageId) {
        remove(messageId);
        ended.remove(messageId);
    }

    /** A partition belongs to another instance now. */
    public synchronized void clear(int partition) {
        List.copyOf(waiting.values()).stream()
                .filter(entry -> entry.partition() == partition)
                .forEach(entry -> remove(entry.messageId()));
        ended.values().removeIf(end -> end.entry().partition() == partition);
    }

    /** Shows the customer's messages on a page, and those that come from now on. */
    public synchronized void open(String customer, Page page) {
        pages.computeIfAbsent(customer, any -> new ArrayList<>()).add(page);
        byCustomer.getOrDefault(customer, List.of()).forEach(entry -> page.show(entry.shelved()));
    }

    public synchronized void close(String customer, Page page) {
        List<Page> open = pages.getOrDefault(customer, new ArrayList<>());
        open.remove(page);
        if (open.isEmpty()) {
            pages.remove(customer);
        }
    }

    /** Gives a message that waits to one who tells of it; to the next nothing. */
    synchronized Optional<LedgerEntry> take(String messageId) {
        return remove(messageId);
    }

    /** Ends what is past its time. */
    synchronized void expire(Instant now) {
        List.copyOf(waiting.values()).stream()
                .filter(entry -> now.isAfter(entry.shelved().until()))
                .forEach(entry -> end(entry.messageId(), TOO_LATE));
    }

    /** Of what still waits, what the ledger was told before the given time. */
    synchronized List<LedgerEntry> toldBefore(Instant time) {
        return waiting.values().stream()
                .filter(entry -> entry.at().isBefore(time))
                .toList();
    }

    /** The ledger was told again. */
    synchronized void told(LedgerEntry entry) {
        waiting.computeIfPresent(entry.messageId(), (id, before) -> entry);
    }

    synchronized List<Ended> ended() {
        return List.copyOf(ended.values());
    }

    private void end(String messageId, String reason) {
        remove(messageId).ifPresent(entry -> ended.put(messageId, new Ended(entry, reason)));
    }

    private Optional<LedgerEntry> remove(String messageId) {
        LedgerEntry entry = waiting.remove(messageId);
        if (entry == null) {
            return Optional.empty();
        }
        List<LedgerEntry> rest = byCustomer.get(customer(entry));
        rest.removeIf(other -> other.messageId().equals(messageId));
        if (rest.isEmpty()) {
            byCustomer.remove(customer(entry));
        }
        return Optional.of(entry);
    }

    private static String customer(LedgerEntry entry) {
        return entry.shelved().message().customerId();
    }
}
