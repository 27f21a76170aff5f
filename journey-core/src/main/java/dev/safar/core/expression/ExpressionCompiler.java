package dev.safar.core.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.runtime.CelEvaluationException;
import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Condition;
import dev.safar.core.model.KeyExpression;
import dev.safar.core.model.Scope;
import dev.safar.core.model.ValueExpression;
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

    /** The rule that asks whether a field is misspelt. */
    public static final String UNKNOWN_FIELD = "unknown-field";

    private static final Set<Shape.Kind> TRUTH = EnumSet.of(Shape.Kind.TRUTH, Shape.Kind.ANY);
    private static final Set<Shape.Kind> NAME = EnumSet.of(Shape.Kind.TEXT, Shape.Kind.NUMBER, Shape.Kind.ANY);
    private static final Set<Shape.Kind> ANYTHING = EnumSet.allOf(Shape.Kind.class);

    /** What an expression can give; not, for example, a type or nothing. */
    private static final Set<CelKind> VALUES = EnumSet.of(
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
    private final List<Flaw> doubts = new ArrayList<>();
    private References references = References.NONE;

    private ExpressionCompiler(YamlNode.Scalar scalar, String rule) {
        this.scalar = scalar;
        this.rule = rule;
    }

    /** A condition that may look at these roots and at {@code now}. */
    public static Checked<Condition> condition(YamlNode.Scalar scalar, Set<Root> roots) {
        return condition(scalar, Place.of(roots));
    }

    public static Checked<Condition> condition(YamlNode.Scalar scalar, Place place) {
        ExpressionCompiler compiler = new ExpressionCompiler(scalar, BAD_CONDITION);
        Optional<CelProgram> program = compiler.compile(place, TRUTH, "a condition must be true or false");
        return compiler.checked(program.map(compiled -> new WrittenCondition(scalar.text(), compiled)));
    }

    /** A key, which is a text or a number of the event at hand. */
    public static Checked<KeyExpression> key(YamlNode.Scalar scalar) {
        return key(scalar, Place.of(EnumSet.of(Root.EVENT)));
    }

    public static Checked<KeyExpression> key(YamlNode.Scalar scalar, Place place) {
        ExpressionCompiler compiler = new ExpressionCompiler(scalar, BAD_KEY);
        Optional<CelProgram> program = compiler.compile(place, NAME, "this must be a text or a number");
        return compiler.checked(program.map(compiled -> new WrittenKey(scalar.text(), compiled)));
    }

    /** A value of any kind that may be computed from these roots and from {@code now}. */
    public static Checked<ValueExpression> value(YamlNode.Scalar scalar, Set<Root> roots) {
        return value(scalar, Place.of(roots));
    }

    public static Checked<ValueExpression> value(YamlNode.Scalar scalar, Place place) {
        ExpressionCompiler compiler = new ExpressionCompiler(scalar, BAD_VALUE);
        Optional<CelProgram> program = compiler.compile(place, ANYTHING, "this must be a value");
        return compiler.checked(program.map(compiled -> new WrittenValue(scalar.text(), compiled)));
    }

    private <T> Checked<T> checked(Optional<T> value) {
        return new Checked<>(flaws.isEmpty() ? value : Optional.empty(), references, flaws, doubts);
    }

    private Optional<CelProgram> compile(Place place, Set<Shape.Kind> kinds, String expectation) {
        CelValidationResult result = CelEnvironment.COMPILER.compile(CelText.of(scalar.text()));
        if (result.hasError()) {
            List<CelIssue> issues = result.getErrors();
            issues.stream()
                    .limit(CelMessages.isSyntax(issues.get(0).getMessage()) ? 1 : issues.size())
                    .forEach(issue -> flaw(offset(result, issue), CelMessages.explain(issue.getMessage())));
            return Optional.empty();
        }
        try {
            return program(result.getAst(), place, kinds, expectation);
        } catch (CelValidationException | CelEvaluationException e) {
            flaw(0, "this can't be evaluated: " + e.getMessage() + "; see the language's page on conditions");
            return Optional.empty();
        }
    }

    private Optional<CelProgram> program(
            CelAbstractSyntaxTree tree, Place place, Set<Shape.Kind> kinds, String expectation)
            throws CelEvaluationException {
        references = new ReferenceCollector(tree, place, new Found()).collect();
        if (!flaws.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = new TypeCheck(tree, place, new Found()).check();
        boolean value = VALUES.contains(tree.getResultType().kind());
        if (!value || !kinds.contains(shape.kind())) {
            String what = value ? shape.kind().text() : tree.getResultType().name();
            flaw(0, expectation + ", this is " + what + "; compare it with something");
        }
        return Optional.of(new CelProgram(scalar.text(), CelEnvironment.RUNTIME.createProgram(tree)));
    }

    /** CEL points behind the name of a function; its author looks for the name. */
    private int offset(CelValidationResult result, CelIssue issue) {
        int offset =
                result.getSource().getLocationOffset(issue.getSourceLocation()).orElse(0);
        return CelMessages.unknownName(issue.getMessage())
                .or(() -> CelMessages.misusedFunction(issue.getMessage()).map(History::written))
                .filter(name -> scalar.text().startsWith(name + "(", offset - name.length()))
                .map(name -> offset - name.length())
                .orElse(offset);
    }

    /** Where what was found goes; offsets are counted in code points, as CEL does. */
    private final class Found implements ReferenceCollector.Flaws, TypeCheck.Findings {

        @Override
        public void add(int offset, String message) {
            flaw(offset, message);
        }

        @Override
        public void wrong(int offset, String message) {
            flaw(offset, message);
        }

        @Override
        public void doubtful(int offset, String message) {
            doubts.add(new Flaw(at(offset), UNKNOWN_FIELD, message));
        }

        @Override
        public Location at(int offset) {
            return location(offset);
        }
    }

    private void flaw(int offset, String message) {
        flaws.add(new Flaw(location(offset), rule, message));
    }

    private Location location(int offset) {
        String text = scalar.text();
        int points = Math.max(0, Math.min(offset, text.codePointCount(0, text.length())));
        return scalar.at(text.offsetByCodePoints(0, points));
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
            return program.evaluate(scope).flatMap(PlainValues::name);
        }
    }

    private record WrittenValue(String text, CelProgram program) implements ValueExpression {
        @Override
        public Optional<Object> value(Scope scope) {
            return program.evaluate(scope).flatMap(PlainValues::plain);
        }
    }
}
