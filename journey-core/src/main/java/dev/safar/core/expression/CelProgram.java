package dev.safar.core.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.safar.core.model.Scope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A compiled expression. Evaluating it reads from the scope only what the expression names, and never throws. */
final class CelProgram {

    /** A field of the event and nothing else, which most keys are. */
    private static final Pattern EVENT_FIELD = Pattern.compile("\\s*event\\.([a-zA-Z_][a-zA-Z0-9_]*)\\s*");

    private final CelRuntime.Program program;
    private final Optional<String> eventField;
    private final Optional<EventComparison> comparison;

    /** @param text what the program was made of */
    CelProgram(String text, CelRuntime.Program program) {
        this.program = program;
        Matcher field = EVENT_FIELD.matcher(text);
        this.eventField = field.matches() ? Optional.of(field.group(1)) : Optional.empty();
        this.comparison = EventComparison.of(text);
    }

    /** Empty where a field is missing or a value has the wrong type. */
    Optional<Object> evaluate(Scope scope) {
        if (eventField.isPresent()) {
            Object value = scope.event().get(eventField.get());
            if (value instanceof String || value instanceof Long) {
                return Optional.of(value); // what CEL would say, without asking it
            }
        }
        if (comparison.isPresent()) {
            Optional<Boolean> compared = comparison.get().holds(scope);
            if (compared.isPresent()) {
                return Optional.of(compared.get());
            }
        }
        try {
            return Optional.ofNullable(program.eval(name -> variable(scope, name)));
        } catch (CelEvaluationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> variable(Scope scope, String name) {
        return switch (name) {
            case "event" -> Optional.of(scope.event());
            case "customer" -> Optional.of(new CustomerView(scope));
            case "run" -> Optional.of(scope.run());
            case CelEnvironment.NOW -> Optional.of(scope.now());
            default -> Optional.empty();
        };
    }
}
