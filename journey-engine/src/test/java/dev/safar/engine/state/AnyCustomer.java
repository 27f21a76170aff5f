package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.SegmentId;
import dev.safar.core.model.StepId;
import dev.safar.core.runtime.Agenda;
import dev.safar.core.runtime.Browsing;
import dev.safar.core.runtime.Cart;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Offer;
import dev.safar.core.runtime.Pressure;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.RunBuilder;
import dev.safar.core.runtime.SentMessage;
import dev.safar.core.runtime.Sessions;
import dev.safar.core.runtime.Timeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Customers with everything a customer can have, the same for the same seed. */
final class AnyCustomer {

    private final Random random;

    AnyCustomer(long seed) {
        this.random = new Random(seed);
    }

    StoredCustomer stored() {
        OptionalLong indexed = random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty();
        return new StoredCustomer(customer(), indexed, random.nextBoolean(), applied());
    }

    private Applied applied() {
        return new Applied(random.nextLong() >>> 1, random.nextInt(9), random.nextLong(), random.nextBoolean());
    }

    private Customer customer() {
        return new CustomerBuilder(text())
                .offset(random.nextBoolean() ? -1 : random.nextLong() >>> 1)
                .attributes(fields())
                .consents(map(this::channel, random::nextBoolean))
                .topics(map(this::text, random::nextBoolean))
                .history(map(this::text, this::history))
                .browsing(browsing())
                .runs(list(this::run))
                .agenda(new Agenda(instants(), instants(), optional(this::instant)))
                .segments(Set.copyOf(list(() -> new SegmentId(text()))))
                .pressure(new Pressure(
                        list(() -> new Pressure.Sending(channel(), instant())), list(this::instant), instants()))
                .recentMessageIds(list(random::nextLong))
                .arranged(text())
                .firstSeen(optional(this::instant))
                .build();
    }

    private Map<JourneyId, Instant> instants() {
        return map(() -> new JourneyId(text()), this::instant);
    }

    private EventHistory history() {
        return new EventHistory(
                random.nextInt(1000),
                instant(),
                instant(),
                list(() -> new EventHistory.Occurrence(instant(), fields())),
                sums(),
                new Timeline(list(() -> new Timeline.Mark(instant(), random.nextInt(100), sums()))));
    }

    private Map<String, Double> sums() {
        return map(this::text, random::nextDouble);
    }

    private Browsing browsing() {
        return new Browsing(
                new Sessions(random.nextInt(100), list(() -> new Sessions.Span(instant(), instant()))),
                map(this::text, this::instant),
                new Cart(
                        optional(this::instant),
                        list(() -> new Cart.Change(
                                instant(), text(), random.nextInt(100) - 50, optional(random::nextDouble)))));
    }

    private Run run() {
        var origin = new RunBuilder.Origin(new RunId(text()), text(), instant(), fields());
        return new RunBuilder(origin, new JourneyRef(new JourneyId(text()), text()), new StepId(text()))
                .due(optional(this::instant))
                .offer(optional(() -> new Offer(text(), random.nextInt(), text(), instant())))
                .messages(list(this::message))
                .values(fields())
                .heldSince(optional(this::instant))
                .goalUntil(optional(this::instant))
                .outcome(optional(this::text))
                .build();
    }

    private SentMessage message() {
        return new SentMessage(
                new MessageId(text()),
                new StepId(text()),
                channel(),
                instant(),
                list(this::channel),
                optional(this::instant),
                anyOf(List.of(SentMessage.Status.values())));
    }

    private Channel channel() {
        return anyOf(List.of(Channel.values()));
    }

    private Map<String, Object> fields() {
        return map(this::text, () -> value(2));
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 ->
                anyOf(List.of(random.nextDouble() * random.nextInt(), -0.0, 0.0, Double.NaN, Double.NEGATIVE_INFINITY));
            case 3 -> random.nextBoolean();
            case 4 -> instant();
            case 5 -> list(() -> value(depth - 1));
            default -> Map.copyOf(map(this::text, () -> value(depth - 1)));
        };
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private String text() {
        return random.ints(random.nextInt(8), 0, 0xD7FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private <T> T anyOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(4)).toList();
    }

    private <K, V> Map<K, V> map(Supplier<K> key, Supplier<V> value) {
        Map<K, V> map = new HashMap<>();
        list(key).forEach(name -> map.put(name, value.get()));
        return map;
    }
}
