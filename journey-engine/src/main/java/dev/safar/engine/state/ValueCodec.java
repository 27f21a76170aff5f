package dev.safar.engine.state;

import dev.safar.engine.state.wire.Moment;
import dev.safar.engine.state.wire.Value;
import dev.safar.engine.state.wire.ValueList;
import dev.safar.engine.state.wire.ValueMap;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

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
        Instant instant = given.isBefore(FIRST) ? FIRST : given.isAfter(LAST) ? LAST : given;
        return Moment.newBuilder()
                .setMillis(instant.toEpochMilli())
                .setNanos(instant.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI)
                .build();
    }

    static Instant instant(Moment moment) {
        return Instant.ofEpochMilli(moment.getMillis()).plusNanos(moment.getNanos());
    }

    /**
     * Hands over the stored form of dynamic values.
     *
     * @throws IllegalArgumentException if one has none
     */
    static void each(Map<String, Object> values, BiConsumer<String, Value> to) {
        values.forEach((name, value) -> to.accept(name, value(value, LEVELS)));
    }

    static Map<String, Object> objects(Map<String, Value> wire) {
        Map<String, Object> values = new HashMap<>();
        wire.forEach((name, value) -> values.put(name, object(value)));
        return values;
    }

    private static Value value(Object value, int levels) {
        if (levels == 0) {
            throw new IllegalArgumentException("no stored form for a value nested deeper than " + LEVELS + " levels");
        }
        Value.Builder wire = Value.newBuilder();
        if (value instanceof String text) {
            return wire.setText(text).build();
        }
        if (value instanceof Long whole) {
            return wire.setWhole(whole).build();
        }
        if (value instanceof Double real) {
            return wire.setReal(real).build();
        }
        if (value instanceof Boolean flag) {
            return wire.setFlag(flag).build();
        }
        if (value instanceof Instant instant) {
            return wire.setInstant(moment(instant)).build();
        }
        if (value instanceof List<?> list) {
            ValueList.Builder values = ValueList.newBuilder();
            list.forEach(element -> values.addValues(value(element, levels - 1)));
            return wire.setList(values).build();
        }
        if (value instanceof Map<?, ?> map) {
            ValueMap.Builder values = ValueMap.newBuilder();
            map.forEach((name, element) -> values.putValues((String) name, value(element, levels - 1)));
            return wire.setMap(values).build();
        }
        throw new IllegalArgumentException("no stored form for a value of " + value.getClass());
    }

    private static Object object(Value value) {
        return switch (value.getKindCase()) {
            case TEXT -> value.getText();
            case WHOLE -> value.getWhole();
            case REAL -> value.getReal();
            case FLAG -> value.getFlag();
            case INSTANT -> instant(value.getInstant());
            case LIST ->
                value.getList().getValuesList().stream().map(ValueCodec::object).toList();
            case MAP -> Map.copyOf(objects(value.getMap().getValuesMap()));
            case KIND_NOT_SET ->
                throw new UnreadableStateException("a stored value has a type unknown to this version");
        };
    }
}
