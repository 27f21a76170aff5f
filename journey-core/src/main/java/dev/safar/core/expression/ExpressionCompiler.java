package dev.safar.core.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Condition;
import dev.safar.core.model.KeyExpression;
import dev.safar.core.model.Scope;
import dev.safar.core.model.ValueExpression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the CEL texts of a journey into what can be evaluated, or into flaws at their place in the file. */
public final class ExpressionCompiler {

    /** The rule broken by a condition that is none. */
    public static final String BAD_CONDITION = "bad-condition";

    /** The rule broken by a key that can't be computed. */
    public static final String BAD_KEY = "bad-key";

    /** The rule broken by a value that can't be computed. */
    public static final String BAD_VALUE = "bad-value";

    private static final Set<CelKind> TRUTH = EnumSet.of(CelKind.BOOL, CelKind.DYN);
    private static final Set<CelKind> NAME = EnumSet.of(CelKind.STRING, CelKind.INT, CelKind.DOUBLE, CelKind.DYN);

    private static final Set<CelKind> ANYTHING = EnumSet.of(
            CelKind.STRING,
            CelKind.INT,
            CelKind.UINT,
            CelKind.DOUBLE,
            CelKind.BOOL,
            CelKind.TIMESTAMP,
            CelKind.DURATION,
            CelKind.LIST,
            CelKind.MAP,
            CelKind.DYN);

    private final YamlNode.Scalar scalar;
    private final String rule;
    private final List<Flaw> flaws = new ArrayList<>();
    private References references = References.NONE;

    private ExpressionCompiler(YamlNode.Scalar scalar, String rule) {
        this.scalar = scalar;
        this.rule = rule;
    }

    /** A condition that may look at these roots and at {@code now}. */
    public static Checked<Condition> condition(YamlNode.Scalar scalar, Set<Root> roots) {
        ExpressionCompiler compiler = new ExpressionCompiler(scalar, BAD_CONDITION);
        Optional<CelProgram> program = compiler.compile(roots, TRUTH, "a condition must be true or false");
        return compiler.checked(program.map(compiled -> new WrittenCondition(scalar.text(), compiled)));
    }

    /** A key, which is a text or a number of the event at hand. */
    public static Checked<KeyExpression> key(YamlNode.Scalar scalar) {
        ExpressionCompiler compiler = new ExpressionCompiler(scalar, BAD_KEY);
        Optional<CelProgram> program =
                compiler.compile(EnumSet.of(Root.EVENT), NAME, "this must be a text or a number");
        return compiler.checked(program.map(compiled -> new WrittenKey(scalar.text(), compiled)));
    }

    /** A value of any kind that may be computed from these roots and from {@code now}. */
    public static Checked<ValueExpression> value(YamlNode.Scalar scalar, Set<Root> roots) {
        ExpressionCompiler compiler = new ExpressionCompiler(scalar, BAD_VALUE);
        Optional<CelProgram> program = compiler.compile(roots, ANYTHING, "this must be a value");
        return compiler.checked(program.map(compiled -> new WrittenValue(scalar.text(), compiled)));
    }

    private <T> Checked<T> checked(Optional<T> value) {
        return new Checked<>(flaws.isEmpty() ? value : Optional.empty(), references, flaws);
    }

    private Optional<CelProgram> compile(Set<Root> roots, Set<CelKind> kinds, String expectation) {
        CelValidationResult result = CelEnvironment.COMPILER.compile(scalar.text());
        if (result.hasError()) {
            result.getErrors().forEach(issue -> flaw(offset(result, issue), CelMessages.explain(issue.getMessage())));
            return Optional.empty();
        }
        try {
            return program(result.getAst(), roots, kinds, expectation);
        } catch (CelValidationException | CelEvaluationException e) {
            flaw(0, "this can't be evaluated: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<CelProgram> program(
            CelAbstractSyntaxTree tree, Set<Root> roots, Set<CelKind> kinds, String expectation)
            throws CelEvaluationException {
        ReferenceCollector collector = new ReferenceCollector(tree, roots, this::flaw);
        references = collector.collect();
        CelType type = tree.getResultType();
        if (!kinds.contains(type.kind())) {
            flaw(0, expectation + ", this is of type " + type.name() + "; compare it with something");
        }
        return Optional.of(new CelProgram(CelEnvironment.RUNTIME.createProgram(tree)));
    }

    /** CEL points behind the name of a function; its author looks for the name. */
    private int offset(CelValidationResult result, CelIssue issue) {
        int offset =
                result.getSource().getLocationOffset(issue.getSourceLocation()).orElse(0);
        return CelMessages.unknownName(issue.getMessage())
                .filter(name -> scalar.text().startsWith(name + "(", offset - name.length()))
                .map(name -> offset - name.length())
                .orElse(offset);
    }

    /** @param offset counted in code points, as CEL does */
    private void flaw(int offset, String message) {
        String text = scalar.text();
        int points = Math.max(0, Math.min(offset, text.codePointCount(0, text.length())));
        flaws.add(new Flaw(scalar.at(text.offsetByCodePoints(0, points)), rule, message));
    }

    /** Numbers as people write them, so that 17 and 17.0 are the same cart. */
    private static Optional<String> text(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
            return Optional.of(decimal.toPlainString());
        }
        return value instanceof Long ? Optional.of(value.toString()) : Optional.empty();
    }

    private record WrittenCondition(String text, CelProgram program) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return program.evaluate(scope).equals(Optional.of(true));
        }
    }

    private record WrittenKey(String text, CelProgram program) implements KeyExpression {
        @Override
        public Optional<String> key(Scope scope) {
            return program.evaluate(scope).flatMap(ExpressionCompiler::text);
        }
    }

    private record WrittenValue(String text, CelProgram program) implements ValueExpression {
        @Override
        public Optional<Object> value(Scope scope) {
            return program.evaluate(scope).flatMap(PlainValues::plain);
        }
    }
}
