package dev.safar.core.compile;

import dev.safar.core.definition.WrittenAssignment;
import dev.safar.core.definition.WrittenAwaited;
import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenGoal;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.WrittenUntil;
import dev.safar.core.definition.WrittenValue;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.expression.Checked;
import dev.safar.core.expression.ExpressionCompiler;
import dev.safar.core.expression.Place;
import dev.safar.core.expression.Root;
import dev.safar.core.model.Condition;
import dev.safar.core.model.KeyExpression;
import dev.safar.core.model.ValueExpression;
import dev.safar.core.runtime.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every expression of a journey, compiled once with what it may look at where it stands. */
final class Expressions {

    private static final Set<Root> AT_START = EnumSet.of(Root.EVENT, Root.CUSTOMER);
    private static final Set<Root> AT_EVENT = EnumSet.allOf(Root.class);
    private static final Set<Root> BEFORE = EnumSet.of(Root.CUSTOMER);
    private static final Set<Root> BETWEEN = EnumSet.of(Root.CUSTOMER, Root.RUN);

    private final Map<YamlNode.Scalar, Checked<Condition>> conditions = new LinkedHashMap<>();
    private final Map<YamlNode.Scalar, Checked<KeyExpression>> keys = new LinkedHashMap<>();
    private final Map<YamlNode.Scalar, Checked<ValueExpression>> values = new LinkedHashMap<>();
    private final Map<YamlNode.Scalar, YamlNode.Scalar> events = new HashMap<>();

    private final Optional<String> start;

    private Expressions(Optional<String> start) {
        this.start = start;
    }

    static Expressions of(WrittenJourney journey) {
        Expressions expressions = new Expressions(startOf(journey));
        expressions.start(journey);
        journey.stops().forEach(stop -> expressions.condition(stop, AT_EVENT));
        journey.goal().ifPresent(expressions::goal);
        journey.allSteps().forEach(expressions::step);
        return expressions;
    }

    private void step(WrittenStep step) {
        if (step instanceof WrittenStep.WaitFor wait) {
            wait.awaited().forEach(this::awaited);
        } else if (step instanceof WrittenStep.WaitUntil wait && wait.until() instanceof WrittenUntil.Dated dated) {
            add(dated.date().expression());
        } else if (step instanceof WrittenStep.If branch) {
            conditions.put(branch.condition(), ExpressionCompiler.condition(branch.condition(), at(BETWEEN)));
        } else {
            computed(step).forEach(this::add);
        }
    }

    /** What a step computes to give it to somebody. */
    private static List<YamlNode.Scalar> computed(WrittenStep step) {
        List<YamlNode.Scalar> texts = new ArrayList<>();
        if (step instanceof WrittenStep.Send send) {
            send.with().forEach(value -> texts.add(value.expression()));
        } else if (step instanceof WrittenStep.Call call) {
            call.question().with().forEach(value -> texts.add(value.expression()));
        } else if (step instanceof WrittenStep.Emit emit) {
            emit.with().forEach(value -> texts.add(value.expression()));
        } else if (step instanceof WrittenStep.Begin begin) {
            begin.key().ifPresent(texts::add);
            begin.with().forEach(value -> texts.add(value.expression()));
        } else if (step instanceof WrittenStep.Set set) {
            for (WrittenAssignment assignment : set.assignments()) {
                if (assignment.operand() instanceof WrittenAssignment.Computed computed) {
                    texts.add(computed.expression());
                }
            }
        }
        return texts;
    }

    private void awaited(WrittenAwaited awaited) {
        if (awaited instanceof WrittenAwaited.OfEvent of) {
            condition(of.event(), AT_EVENT);
        }
    }

    private void add(YamlNode.Scalar text) {
        values.put(text, ExpressionCompiler.value(text, at(BETWEEN)));
    }

    /** The name of the event that starts every run of the journey. */
    private static Optional<String> startOf(WrittenJourney journey) {
        return journey.start() instanceof WrittenStart.OnEvent start
                ? Optional.of(start.event().on().text())
                : Optional.empty();
    }

    private Place at(Set<Root> roots) {
        return Place.of(roots).startedBy(start);
    }

    private void start(WrittenJourney journey) {
        Optional<YamlNode.Scalar> audience = journey.admission().audience();
        if (journey.start() instanceof WrittenStart.OnEvent start) {
            condition(start.event(), AT_START);
            start.key().ifPresent(key -> key(key, start.event().on()));
            audience.ifPresent(text -> condition(new WrittenEvent(start.event().on(), audience), AT_START));
        } else {
            audience.ifPresent(text -> conditions.put(text, ExpressionCompiler.condition(text, at(BEFORE))));
        }
        if (journey.start() instanceof WrittenStart.Called start) {
            start.key().ifPresent(key -> key(key, called(key)));
        }
    }

    /** The event that begins a journey which is called stands in no file. */
    private static YamlNode.Scalar called(YamlNode.Scalar key) {
        return new YamlNode.Scalar(Event.JOURNEY_CALLED, Event.JOURNEY_CALLED, key.where());
    }

    private void goal(WrittenGoal goal) {
        condition(goal.event(), AT_EVENT);
        goal.value().ifPresent(value -> {
            values.put(
                    value,
                    ExpressionCompiler.value(
                            value, at(AT_EVENT).at(goal.event().on().text())));
            events.put(value, goal.event().on());
        });
    }

    private void condition(WrittenEvent event, Set<Root> roots) {
        event.where().ifPresent(where -> {
            conditions.put(
                    where,
                    ExpressionCompiler.condition(where, at(roots).at(event.on().text())));
            events.put(where, event.on());
        });
    }

    private void key(YamlNode.Scalar key, YamlNode.Scalar event) {
        keys.put(
                key,
                ExpressionCompiler.key(key, Place.of(EnumSet.of(Root.EVENT)).at(event.text())));
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

    /** Only where {@link #all()} has no flaws. */
    ValueExpression value(YamlNode.Scalar text) {
        return values.get(text).value().orElseThrow();
    }

    /** Alike, by their names. */
    Map<String, ValueExpression> values(List<WrittenValue> written) {
        Map<String, ValueExpression> named = new LinkedHashMap<>();
        written.forEach(value -> named.put(value.name(), value(value.expression())));
        return named;
    }

    Map<YamlNode.Scalar, Checked<?>> all() {
        Map<YamlNode.Scalar, Checked<?>> all = new LinkedHashMap<>(conditions);
        all.putAll(keys);
        all.putAll(values);
        return all;
    }

    /** The name of the event that an expression looks at, per expression that looks at one. */
    Map<YamlNode.Scalar, YamlNode.Scalar> events() {
        return events;
    }
}
