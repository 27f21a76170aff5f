package dev.safar.core.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.safar.core.definition.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time in expressions, written as everywhere else: {@code ago('45d')} and {@code duration('45d')}. */
final class TimeMacros {

    static final String AGO = "ago";
    static final String DURATION = "duration";

    private static final Pattern OWN_OF_CEL = Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]+)?(?:h|ms|m|s|us|ns))+");

    static final List<CelMacro> ALL = List.of(
            CelMacro.newGlobalMacro(AGO, 1, (factory, target, arguments) -> ago(factory, arguments)),
            CelMacro.newGlobalMacro(DURATION, 1, (factory, target, arguments) -> duration(factory, arguments)));

    private TimeMacros() {}

    private static Optional<CelExpr> ago(CelMacroExprFactory factory, ImmutableList<CelExpr> arguments) {
        CelExpr argument = arguments.get(0);
        Optional<Duration> length = Literals.text(argument).flatMap(Durations::parse);
        return Optional.of(length.map(known -> factory.newGlobalCall(
                        "_-_", factory.newIdentifier(CelEnvironment.NOW), constant(factory, known)))
                .orElseGet(() -> complaint(factory, argument)));
    }

    private static Optional<CelExpr> duration(CelMacroExprFactory factory, ImmutableList<CelExpr> arguments) {
        Optional<String> text = Literals.text(arguments.get(0));
        Optional<Duration> length = text.flatMap(Durations::parse);
        if (length.isPresent()) {
            return Optional.of(constant(factory, length.get()));
        }
        boolean left = text.isEmpty() || OWN_OF_CEL.matcher(text.get()).matches();
        return left ? Optional.empty() : Optional.of(complaint(factory, arguments.get(0)));
    }

    private static CelExpr constant(CelMacroExprFactory factory, Duration length) {
        return factory.newGlobalCall(DURATION, factory.newStringLiteral(length.toMillis() + "ms"));
    }

    private static CelExpr complaint(CelMacroExprFactory factory, CelExpr argument) {
        return factory.reportError(CelIssue.formatError(
                factory.getSourceLocation(argument), CelMessages.noLength(Literals.text(argument))));
    }
}
