package dev.safar.core.compile;

import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.expression.Checked;
import dev.safar.core.expression.ExpressionCompiler;
import dev.safar.core.expression.Root;
import dev.safar.core.model.Condition;
import dev.safar.core.model.KeyExpression;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Every expression of a journey, compiled once with what it may look at where it stands. */
final class Expressions {

    private static final Set<Root> AT_START = EnumSet.of(Root.EVENT, Root.CUSTOMER);
    private static final Set<Root> AT_EVENT = EnumSet.allOf(Root.class);
    private static final Set<Root> BETWEEN = EnumSet.of(Root.CUSTOMER, Root.RUN);

    private final Map<YamlNode.Scalar, Checked<Condition>> conditions = new LinkedHashMap<>();
    private final Map<YamlNode.Scalar, Checked<KeyExpression>> keys = new LinkedHashMap<>();
    private final Map<YamlNode.Scalar, YamlNode.Scalar> events = new HashMap<>();

    private Expressions() {}

    static Expressions of(WrittenJourney journey) {
        Expressions expressions = new Expressions();
        if (journey.start() instanceof WrittenStart.OnEvent start) {
            expressions.condition(start.event(), AT_START);
            start.key().ifPresent(key -> expressions.key(key, start.event().on()));
        }
        journey.stops().forEach(stop -> expressions.condition(stop, AT_EVENT));
        journey.goal().ifPresent(goal -> goal.value().ifPresent(value -> expressions.key(value, goal.on())));
        for (WrittenStep step : journey.allSteps()) {
            if (step instanceof WrittenStep.WaitForEvent wait) {
                expressions.condition(wait.event(), AT_EVENT);
            } else if (step instanceof WrittenStep.If branch) {
                expressions.conditions.put(
                        branch.condition(), ExpressionCompiler.condition(branch.condition(), BETWEEN));
            }
        }
        return expressions;
    }

    private void condition(WrittenEvent event, Set<Root> roots) {
        event.where().ifPresent(where -> {
            conditions.put(where, ExpressionCompiler.condition(where, roots));
            events.put(where, event.on());
        });
    }

    private void key(YamlNode.Scalar key, YamlNode.Scalar event) {
        keys.put(key, ExpressionCompiler.key(key));
        events.put(key, event);
    }

    /** Only where {@link #all()} has no flaws. */
    Condition condition(YamlNode.Scalar text) {
        return conditions.get(text).value().orElseThrow();
    }

    /** Only where {@link #all()} has no flaws. */
    KeyExpression key(YamlNode.Scalar text) {
        return keys.get(text).value().orElseThrow();
    }

    Map<YamlNode.Scalar, Checked<?>> all() {
        Map<YamlNode.Scalar, Checked<?>> all = new LinkedHashMap<>(conditions);
        all.putAll(keys);
        return all;
    }

    /** The name of the event that an expression looks at, per expression that looks at one. */
    Map<YamlNode.Scalar, YamlNode.Scalar> events() {
        return events;
    }
}
