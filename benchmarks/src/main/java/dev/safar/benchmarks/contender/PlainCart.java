package dev.safar.benchmarks.contender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.safar.contracts.Headers;
import dev.safar.engine.streams.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The cart journey and nothing else, as one would write it instead of Safar and have it quick: headers say which events to read,
 * typed records, two stores behind a record cache, commits every second, timers by the clock on the wall.
 */
final class PlainCart implements Processor<byte[], byte[], byte[], byte[]> {

    static final String CARTS = "carts";
    static final String TIMERS = "timers";

    private static final String PROCESSOR = "cart";
    private static final Duration COMMIT = Duration.ofSeconds(1);
    private static final long RECORD_CACHE = 64L << 20;
    private static final double LEAST_TOTAL = 20;
    private static final int FIRINGS = 2_000;

    /** When the messages of a cart are due, from its last change on. */
    private static final List<Duration> STEPS =
            List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(72));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader EVENTS = JSON.readerFor(CartEvent.class);

    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, CartState> carts;
    private CartTimers timers;

    static Contender start(EngineSettings settings) {
        var carts = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CARTS), Serdes.String(), CartState.serde())
                .withCachingEnabled()
                .withLoggingEnabled(PlainStreams.CHANGELOG);
        var timers = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(TIMERS), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(PlainStreams.CHANGELOG);
        Topology topology = PlainStreams.reading()
                .addProcessor(PROCESSOR, PlainCart::new, PlainStreams.SOURCE)
                .addStateStore(carts, PROCESSOR)
                .addStateStore(timers, PROCESSOR);
        PlainStreams.addSink(topology, PROCESSOR);
        return PlainStreams.start(topology, Contenders.committing(settings, COMMIT), RECORD_CACHE);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initial) {
        context = initial;
        carts = initial.getStateStore(CARTS);
        timers = new CartTimers(initial.getStateStore(TIMERS));
        initial.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, this::fire);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Kind kind = Kind.of(header(record, Headers.EVENT), header(record, Headers.TYPE));
        if (kind == Kind.OTHER) {
            return;
        }
        String customer = new String(record.key(), StandardCharsets.UTF_8);
        CartEvent event = read(record.value());
        CartState before = known(customer);
        CartState after = kind.change(event, before);
        if (!after.equals(before)) {
            timers.move(customer, before, after);
            carts.put(customer, after);
        }
    }

    /** What an event is to a cart. */
    private enum Kind {
        ADDED("Product Added") {
            @Override
            CartState change(CartEvent event, CartState state) {
                if (event.properties().cartTotal() < LEAST_TOTAL) {
                    return state;
                }
                long now = Instant.parse(event.receivedAt()).toEpochMilli();
                var properties = event.properties();
                return state.withCart(
                        properties.cartId(),
                        properties.cartTotal(),
                        now,
                        now + STEPS.get(0).toMillis());
            }
        },
        ORDERED("Order Completed") {
            @Override
            CartState change(CartEvent event, CartState state) {
                return state.hasCart() ? state.withoutCart() : state;
            }
        },
        EMPTIED("Cart Emptied") {
            @Override
            CartState change(CartEvent event, CartState state) {
                return state.cartId().equals(event.properties().cartId()) ? state.withoutCart() : state;
            }
        },
        IDENTIFIED("identify") {
            @Override
            CartState change(CartEvent event, CartState state) {
                var traits = event.traits();
                Map<String, Boolean> consents = traits.consents() == null ? Map.of() : traits.consents();
                return state.withContact(new CartState.Contact(
                        traits.email(),
                        traits.phone(),
                        consents.getOrDefault("email", true),
                        consents.getOrDefault("sms", false)));
            }
        },
        OTHER("") {
            @Override
            CartState change(CartEvent event, CartState state) {
                return state;
            }
        };

        private static final Map<String, Kind> BY_NAME =
                Map.of(ADDED.name, ADDED, ORDERED.name, ORDERED, EMPTIED.name, EMPTIED, IDENTIFIED.name, IDENTIFIED);

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        abstract CartState change(CartEvent event, CartState state);

        static Kind of(String event, String type) {
            return BY_NAME.getOrDefault(event.isEmpty() ? type : event, OTHER);
        }
    }

    private void fire(long now) {
        for (CartTimers.Entry entry : timers.due(now, FIRINGS)) {
            CartState before = known(entry.customer());
            CartState after = before.step() + 1 < STEPS.size()
                    ? before.afterMessage(
                            before.startedAt() + STEPS.get(before.step() + 1).toMillis())
                    : before.withoutCart();
            timers.move(entry.customer(), before, after);
            carts.put(entry.customer(), after);
            send(entry.customer(), before, now);
        }
    }

    private void send(String customer, CartState state, long now) {
        CartState.Contact contact = state.contact();
        boolean sms = state.step() == STEPS.size() - 1 && contact.smsAllowed();
        if (!sms && (!contact.emailAllowed() || contact.email().isEmpty())) {
            return;
        }
        var message = new CartMessage(
                customer + "/" + state.cartId() + "/" + state.step(),
                customer,
                sms ? "sms" : "email",
                "cart-" + state.step(),
                sms ? contact.phone() : contact.email(),
                state.cartId(),
                state.total());
        context.forward(new Record<>(customer.getBytes(StandardCharsets.UTF_8), write(message), now));
    }

    private CartState known(String customer) {
        CartState state = carts.get(customer);
        return state == null ? CartState.unknown() : state;
    }

    private static String header(Record<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static CartEvent read(byte[] value) {
        try {
            return EVENTS.readValue(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(CartMessage message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
