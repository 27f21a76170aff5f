package dev.safar.engine.streams;

import dev.safar.contracts.CustomerEvent;
import dev.safar.engine.streams.SimulatedLog.Content;
import dev.safar.engine.streams.SimulatedLog.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the log says of one customer, and what must come of it by the rules of {@link SimulatedWorkspaces}: worked out slowly,
 * from the whole log, and without a line of the engine.
 */
final class CustomerLife {

    static final String ADDED = "Product Added";
    static final String ORDERED = "Order Completed";
    static final String REFUNDED = "Order Refunded";

    private static final Set<String> OBSERVED = Set.of("identify", ADDED, ORDERED, REFUNDED);
    private static final Duration OLDEST_START = Duration.ofDays(2);

    private final List<Happened> happened = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Long> offsets = new ArrayList<>();
    private int repeated;

    /** An event at its place. */
    record Happened(long offset, CustomerEvent event) {

        String name() {
            return nameOf(event);
        }

        /** When it happened; nothing happens after it was received. */
        Instant time() {
            return event.timestamp().isAfter(event.receivedAt()) ? event.receivedAt() : event.timestamp();
        }

        Object field(String name) {
            return event.properties().get(name);
        }
    }

    /**
     * A run that has to be.
     *
     * @param start the event that begins it
     * @param end what ends it before its time; empty where nothing does
     */
    record Run(String journey, String key, Happened start, Optional<Happened> end) {

        /** Whether a record stands where the run is under way. */
        boolean covers(long offset) {
            return offset > start.offset()
                    && end.filter(event -> event.offset() <= offset).isEmpty();
        }
    }

    /** Everybody that a log speaks of. */
    static Map<String, CustomerLife> allOf(SimulatedLog log) {
        Map<String, CustomerLife> lives = new LinkedHashMap<>();
        for (Entry entry : log.entries()) {
            if (entry.content() instanceof Content.Call call && OBSERVED.contains(nameOf(call.event()))) {
                lives.computeIfAbsent(call.event().customerId(), id -> new CustomerLife())
                        .add(entry.offset(), call.event());
            }
        }
        return lives;
    }

    private static String nameOf(CustomerEvent event) {
        return event.event() == null ? event.type() : event.event();
    }

    /** What comes again changes nothing; the shop repeats nothing that is longer ago than the engine remembers. */
    private void add(long offset, CustomerEvent event) {
        offsets.add(offset);
        if (known.add(event.messageId())) {
            happened.add(new Happened(offset, event));
        } else {
            repeated++;
        }
    }

    /** Where the log speaks of the customer, in its order. */
    List<Long> offsets() {
        return offsets;
    }

    int repeated() {
        return repeated;
    }

    int applied() {
        return happened.size();
    }

    List<Happened> all(String name) {
        return happened.stream().filter(event -> event.name().equals(name)).toList();
    }

    List<Run> runs() {
        return Stream.concat(
                        all(ADDED).stream().flatMap(start -> run("cart", "cart_id", start)),
                        all(ORDERED).stream()
                                .filter(start -> !start.event().historical())
                                .flatMap(start -> run("thanks", "order_id", start)))
                .toList();
    }

    /** When the last order before a place in the log was; a silence counts from there. */
    Optional<Instant> lastOrderBefore(long offset) {
        return all(ORDERED).stream()
                .filter(order -> order.offset() < offset)
                .map(Happened::time)
                .max(Instant::compareTo);
    }

    /** Addresses that may have held when a timer fired that a tick at this place set off; it fires then or later. */
    List<Object> addressesSince(long offset) {
        List<Happened> identified = all("identify");
        List<Object> addresses = new ArrayList<>();
        for (int i = 0; i < identified.size(); i++) {
            boolean outdated =
                    i + 1 < identified.size() && identified.get(i + 1).offset() < offset;
            if (!outdated) {
                addresses.add(identified.get(i).event().traits().get("email"));
            }
        }
        return addresses;
    }

    private Stream<Run> run(String journey, String keyField, Happened start) {
        boolean tooOld = start.time().isBefore(start.event().receivedAt().minus(OLDEST_START));
        boolean stopped = happened.stream()
                .anyMatch(event -> event.offset() < start.offset()
                        && stops(event, start)
                        && event.time().isAfter(start.time()));
        if (tooOld || stopped) {
            return Stream.empty();
        }
        Optional<Happened> end = happened.stream()
                .filter(event -> event.offset() > start.offset())
                .filter(event -> ends(event, start))
                .findFirst();
        return Stream.of(new Run(journey, (String) start.field(keyField), start, end));
    }

    private static boolean ends(Happened event, Happened start) {
        boolean inItsTime = !event.time().isBefore(start.time());
        return (inItsTime && stops(event, start)) || restarts(event, start);
    }

    private static boolean stops(Happened event, Happened start) {
        return start.name().equals(ADDED)
                ? event.name().equals(ORDERED)
                : event.name().equals(REFUNDED) && event.field("order_id").equals(start.field("order_id"));
    }

    private static boolean restarts(Happened event, Happened start) {
        return start.name().equals(ADDED)
                && event.name().equals(ADDED)
                && event.field("cart_id").equals(start.field("cart_id"));
    }
}
