package dev.safar.engine.state;

import dev.safar.engine.state.wire.Moment;
import dev.safar.engine.state.wire.Value;
import dev.safar.engine.state.wire.ValueList;
import dev.safar.engine.state.wire.ValueMap;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Dynamic values, such as attributes and event fields, and instants. */
final class ValueCodec {

    /** Three messages inside each other for a level at most, so that what is written is read: {@link StateFormat}. */
    private static final int LEVELS = 300;

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private ValueCodec() {}

    /** Never fails, since it is needed when nothing can be refused any more: what lies beyond all milliseconds is the last of them. */
    static Moment moment(Instant given) {
        Instant instant = storable(given);
        return Moment.newBuilder()
                .setMillis(instant.toEpochMilli())
                .setNanos(nanos(instant))
                .build();
    }

    /** The same, as a field. */
    static void moment(BackwardWriter out, int field, Instant given) {
        Instant instant = storable(given);
        int mark = out.mark();
        out.number(Moment.NANOS_FIELD_NUMBER, nanos(instant));
        out.signed(Moment.MILLIS_FIELD_NUMBER, instant.toEpochMilli());
        out.message(field, mark);
    }

    private static Instant storable(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }

    private static int nanos(Instant instant) {
        return instant.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI;
    }

    /** A map of moments. */
    static <K> void moments(BackwardWriter out, int field, Map<K, Instant> moments, Function<K, String> name) {
        moments.forEach((key, at) -> {
            int mark = out.mark();
            moment(out, BackwardWriter.VALUE, at);
            out.entry(field, name.apply(key), mark);
        });
    }

    static Instant instant(Moment moment) {
        return Instant.ofEpochMilli(moment.getMillis()).plusNanos(moment.getNanos());
    }

    /** The same, read from a field. */
    static Instant moment(ForwardReader in) throws IOException {
        return in.message(ValueCodec::instant);
    }

    private static Instant instant(ForwardReader in) throws IOException {
        long millis = 0;
        long nanos = 0;
        while (in.next()) {
            switch (in.field()) {
                case Moment.MILLIS_FIELD_NUMBER -> millis = in.signed();
                case Moment.NANOS_FIELD_NUMBER -> nanos = in.number();
                default -> in.skip();
            }
        }
        return Instant.ofEpochMilli(millis).plusNanos(nanos);
    }

    /**
     * A map of dynamic values.
     *
     * @throws IllegalArgumentException if one has no stored form
     */
    static void values(BackwardWriter out, int field, Map<String, Object> values) {
        values(out, field, values, LEVELS);
    }

    private static void values(BackwardWriter out, int field, Map<?, ?> values, int levels) {
        values.forEach((name, value) -> {
            int mark = out.mark();
            value(out, BackwardWriter.VALUE, value, levels);
            out.entry(field, (String) name, mark);
        });
    }

    private static void value(BackwardWriter out, int field, Object value, int levels) {
        if (levels == 0) {
            throw new IllegalArgumentException("no stored form for a value nested deeper than " + LEVELS + " levels");
        }
        int mark = out.mark();
        if (value instanceof String text) {
            out.givenText(Value.TEXT_FIELD_NUMBER, text);
        } else if (value instanceof Long whole) {
            out.givenSigned(Value.WHOLE_FIELD_NUMBER, whole);
        } else if (value instanceof Double real) {
            out.givenReal(Value.REAL_FIELD_NUMBER, real);
        } else if (value instanceof Boolean flag) {
            out.givenFlag(Value.FLAG_FIELD_NUMBER, flag);
        } else if (value instanceof Instant instant) {
            moment(out, Value.INSTANT_FIELD_NUMBER, instant);
        } else if (value instanceof List<?> list) {
            BackwardWriter.lastFirst(list, element -> value(out, ValueList.VALUES_FIELD_NUMBER, element, levels - 1));
            out.message(Value.LIST_FIELD_NUMBER, mark);
        } else if (value instanceof Map<?, ?> map) {
            values(out, ValueMap.VALUES_FIELD_NUMBER, map, levels - 1);
            out.message(Value.MAP_FIELD_NUMBER, mark);
        } else {
            throw new IllegalArgumentException("no stored form for a value of " + value.getClass());
        }
        out.message(field, mark);
    }

    /** A dynamic value, read from a field. */
    static Object value(ForwardReader in) throws IOException {
        return in.message(ValueCodec::kind);
    }

    private static Object kind(ForwardReader in) throws IOException {
        Object value = null;
        while (in.next()) {
            value = switch (in.field()) {
                case Value.TEXT_FIELD_NUMBER -> in.text();
                case Value.WHOLE_FIELD_NUMBER -> in.signed();
                case Value.REAL_FIELD_NUMBER -> in.real();
                case Value.FLAG_FIELD_NUMBER -> in.flag();
                case Value.INSTANT_FIELD_NUMBER -> moment(in);
                case Value.LIST_FIELD_NUMBER -> in.message(ValueCodec::list);
                case Value.MAP_FIELD_NUMBER -> in.message(ValueCodec::map);
                default -> {
                    in.skip();
                    yield value;
                }
            };
        }
        if (value == null) {
            throw new UnreadableStateException("a stored value has a type unknown to this version");
        }
        return value;
    }

    private static List<Object> list(ForwardReader in) throws IOException {
        List<Object> values = new ArrayList<>();
        while (in.next()) {
            if (in.field() == ValueList.VALUES_FIELD_NUMBER) {
                values.add(value(in));
            } else {
                in.skip();
            }
        }
        return List.copyOf(values);
    }

    private static Map<String, Object> map(ForwardReader in) throws IOException {
        Map<String, Object> values = new HashMap<>();
        while (in.next()) {
            if (in.field() == ValueMap.VALUES_FIELD_NUMBER) {
                in.entry(values, ValueCodec::value);
            } else {
                in.skip();
            }
        }
        return Map.copyOf(values);
    }
}
