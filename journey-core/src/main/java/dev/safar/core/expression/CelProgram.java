package dev.safar.core.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.safar.core.model.Scope;
import java.util.Optional;

/** A compiled expression. Evaluating it reads from the scope only what the expression names, and never throws. */
final class CelProgram {

    private final CelRuntime.Program program;

    CelProgram(CelRuntime.Program program) {
        this.program = program;
    }

    /** Empty where a field is missing or a value has the wrong type. */
    Optional<Object> evaluate(Scope scope) {
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
