package dev.safar.core.expression;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class EventComparisonTest {

    private static final List<String> NUMBERS =
            List.of("0", "-0", "20", "-7", "20.0", "20.5", "0.1", "999999999999999", "-0.000001");

    @Property(tries = 3_000)
    void saysWhatCelSays(
            @ForAll("values") Object value, @ForAll("operators") String operator, @ForAll("numbers") String number) {
        // given
        String text = "event.n " + operator + " " + number;
        String asCelSeesIt = "(" + text + ")";
        Scope scope = scope(Map.of("n", value));

        // when
        boolean holds = condition(text).holds(scope);

        // then
        assertThat(EventComparison.of(text)).isPresent();
        assertThat(EventComparison.of(asCelSeesIt)).isEmpty();
        assertThat(holds).isEqualTo(condition(asCelSeesIt).holds(scope));
    }

    @Example
    void holdsForNoEventWithoutTheField() {
        assertThat(condition("event.n >= 0").holds(scope(Map.of()))).isFalse();
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-30, 30).map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().between(-30, 30).ofScale(1).map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(
                        "20",
                        true,
                        List.of(20L),
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        (1L << 53) + 1,
                        Long.MIN_VALUE,
                        999_999_999_999_999L));
    }

    @Provide
    Arbitrary<String> operators() {
        return Arbitraries.of(">=", ">", "<=", "<");
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.of(NUMBERS);
    }

    private static Condition condition(String text) {
        var scalar = new YamlNode.Scalar(text, text, new Location("journey.yaml", 1, 1));
        return ExpressionCompiler.condition(scalar, EnumSet.of(Root.EVENT))
                .value()
                .orElseThrow();
    }

    private static Scope scope(Map<String, Object> event) {
        return new ExampleScope() {
            @Override
            public Map<String, Object> event() {
                return event;
            }
        };
    }
}
