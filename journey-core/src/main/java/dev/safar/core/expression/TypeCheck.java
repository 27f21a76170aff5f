package dev.safar.core.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.safar.core.definition.Nearest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows more of types than CEL does: what shops' events have in their fields, what a run and a customer have. Says where
 * values meet that can never agree, and where a field seems to be misspelt.
 */
final class TypeCheck {

    private static final Map<String, String> COMPARISONS =
            Map.of("_==_", "==", "_!=_", "!=", "_<_", "<", "_<=_", "<=", "_>_", ">", "_>=_", ">=");
    private static final Map<String, String> ARITHMETIC =
            Map.of("_+_", "+", "_-_", "-", "_*_", "*", "_/_", "/", "_%_", "%");
    private static final Set<String> LOGIC = Set.of("_&&_", "_||_", "!_", "_?_:_", "@not_strictly_false");
    private static final Set<String> OF_TEXTS = Set.of("contains", "startsWith", "endsWith", "matches");
    private static final Set<String> UNTYPED = Set.of("dyn", "type");

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Shape> names = new HashMap<>();
    private final Findings findings;

    /** Takes what is found, at an offset into the expression, in code points. */
    interface Findings {
        void wrong(int offset, String message);

        void doubtful(int offset, String message);
    }

    TypeCheck(CelAbstractSyntaxTree tree, Place place, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        names.putAll(KnownFields.at(place));
    }

    /** What the whole expression gives. */
    Shape check() {
        return shape(tree.getExpr());
    }

    private Shape shape(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> names.getOrDefault(expr.ident().name(), byCel(expr));
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case LIST -> list(expr);
            case MAP -> map(expr);
            case COMPREHENSION -> comprehension(expr);
            default -> byCel(expr);
        };
    }

    private Shape byCel(CelExpr expr) {
        return tree.getType(expr.id()).map(Shape::of).orElse(Shape.ANY);
    }

    private Shape select(CelExpr expr) {
        Shape operand = shape(expr.select().operand());
        String field = expr.select().field();
        if (!operand.is(Shape.Kind.FIELDS)) {
            wrong(expr, operand.kind().text() + " has no field '" + field + "'; remove it");
            return Shape.ANY;
        }
        Shape known = operand.fields().get(field);
        if (known == null) {
            unknown(expr, operand, field);
        }
        return expr.select().testOnly()
                ? Shape.TRUTH
                : Optional.ofNullable(known).orElse(Shape.ANY);
    }

    private void unknown(CelExpr expr, Shape operand, String field) {
        Set<String> known = operand.fields().keySet();
        if (operand.knowledge() == Shape.Knowledge.ALL) {
            wrong(
                    expr,
                    "there is no '" + field + "' here; "
                            + Nearest.hint(field, known.stream().sorted().toList()));
        } else if (operand.knowledge() == Shape.Knowledge.USUAL) {
            Nearest.of(field, known.stream().sorted().toList())
                    .ifPresent(nearest -> findings.doubtful(
                            offset(expr),
                            "'" + field + "' is no usual field of this event; did you mean '" + nearest
                                    + "'? If the shop does send it, write ['" + field + "'] instead of ." + field));
        }
    }

    private Shape list(CelExpr expr) {
        List<Shape> items = expr.list().elements().stream().map(this::shape).toList();
        return Shape.listOf(items.stream().reduce(Shape::or).orElse(Shape.ANY));
    }

    private Shape map(CelExpr expr) {
        expr.map().entries().forEach(entry -> {
            shape(entry.key());
            shape(entry.value());
        });
        return byCel(expr);
    }

    private Shape comprehension(CelExpr expr) {
        CelExpr.CelComprehension loop = expr.comprehension();
        Shape range = shape(loop.iterRange());
        if (!range.is(Shape.Kind.LIST) && !range.is(Shape.Kind.FIELDS)) {
            wrong(loop.iterRange(), range.kind().text() + " has no items to look at; use a list");
        }
        Map<String, Shape> outside = new HashMap<>(names);
        names.put(loop.iterVar(), range.item().orElse(Shape.ANY));
        shape(loop.loopCondition());
        shape(loop.loopStep());
        names.clear();
        names.putAll(outside);
        return byCel(expr);
    }

    private Shape call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        Optional<Shape> target = call.target().map(this::shape);
        List<Shape> arguments = call.args().stream().map(this::shape).toList();
        String function = call.function();
        if (COMPARISONS.containsKey(function)) {
            return comparison(expr, arguments.get(0), arguments.get(1));
        } else if (ARITHMETIC.containsKey(function) && arguments.size() == 2) {
            return arithmetic(expr, arguments.get(0), arguments.get(1));
        } else if (LOGIC.contains(function)) {
            return logic(expr, arguments);
        } else if (function.equals("@in")) {
            return membership(expr, arguments.get(0), arguments.get(1));
        } else if (function.equals("_[_]")) {
            return lookUp(expr, arguments.get(0));
        } else if (UNTYPED.contains(function)) {
            return Shape.ANY;
        } else if (function.equals(History.SUM)) {
            return sum(expr);
        }
        if (function.equals(History.SEEN)) {
            expect(expr, arguments.get(0), Set.of(Shape.Kind.TEXT, Shape.Kind.NUMBER));
        } else if (OF_TEXTS.contains(function)) {
            target.ifPresent(shape -> expect(expr, shape, Set.of(Shape.Kind.TEXT)));
        }
        return byCel(expr);
    }

    private Shape comparison(CelExpr expr, Shape left, Shape right) {
        String operator = COMPARISONS.get(expr.call().function());
        if (operator.equals("==") && expr.call().args().stream().anyMatch(TypeCheck::isNull)) {
            wrong(expr, "nothing is ever equal to null; write !has(…) for a field that is missing");
        } else if (!left.comparable(right)) {
            wrong(
                    expr,
                    "'" + operator + "' compares " + left.kind().text() + " with "
                            + right.kind().text() + ", which never holds; compare values of the same kind"
                            + escape(left, right));
        } else if (operator.contains("<") || operator.contains(">")) {
            Shape known = left.kind() == Shape.Kind.ANY ? right : left;
            if (!known.kind().ordered()) {
                wrong(
                        expr,
                        "'" + operator + "' can't order " + known.kind().text() + "; compare numbers, texts or times");
            }
        }
        return Shape.TRUTH;
    }

    /** Ids are texts by Segment's specification, and numbers in some shops. */
    private static String escape(Shape left, Shape right) {
        Set<Shape.Kind> kinds = EnumSet.of(left.kind(), right.kind());
        return kinds.equals(EnumSet.of(Shape.Kind.NUMBER, Shape.Kind.TEXT))
                ? ", or put dyn(…) around a field that is not of its usual type in this shop"
                : "";
    }

    private Shape arithmetic(CelExpr expr, Shape left, Shape right) {
        Shape.Kind one = left.kind();
        Shape.Kind other = right.kind();
        String operator = ARITHMETIC.get(expr.call().function());
        if (one == Shape.Kind.ANY || other == Shape.Kind.ANY) {
            Shape known = one == Shape.Kind.ANY ? right : left;
            boolean plain = known.is(Shape.Kind.NUMBER) || known.is(Shape.Kind.TEXT);
            return plain && known.kind() != Shape.Kind.ANY ? known : byCel(expr);
        }
        boolean times = one == Shape.Kind.TIME || one == Shape.Kind.LENGTH;
        boolean fits = times
                ? other == Shape.Kind.TIME || other == Shape.Kind.LENGTH
                : one == other && (one == Shape.Kind.NUMBER || operator.equals("+"));
        if (!fits) {
            wrong(
                    expr,
                    "'" + operator + "' can't be used with " + left.kind().text() + " and "
                            + right.kind().text() + "; check the types on both sides" + escape(left, right));
        }
        return times ? byCel(expr) : left;
    }

    private Shape logic(CelExpr expr, List<Shape> arguments) {
        boolean choice = expr.call().function().equals("_?_:_");
        for (Shape shape : choice ? arguments.subList(0, 1) : arguments) {
            expect(expr, shape, Set.of(Shape.Kind.TRUTH));
        }
        return choice ? arguments.get(1).or(arguments.get(2)) : Shape.TRUTH;
    }

    private Shape membership(CelExpr expr, Shape item, Shape all) {
        Shape items = all.kind() == Shape.Kind.LIST ? all.item().orElse(Shape.ANY) : Shape.ANY;
        if (!all.is(Shape.Kind.LIST) && !all.is(Shape.Kind.FIELDS)) {
            wrong(expr, "'in' can't look into " + all.kind().text() + "; write a list, as in [1, 2]");
        } else if (!item.comparable(items)) {
            wrong(
                    expr,
                    "'in' looks for " + item.kind().text() + " in a list of which every item is "
                            + items.kind().text() + ", which never holds; compare values of the same kind"
                            + escape(item, items));
        }
        return Shape.TRUTH;
    }

    /** Who writes a field's name in brackets means it. */
    private Shape lookUp(CelExpr expr, Shape operand) {
        if (operand.kind() == Shape.Kind.LIST) {
            return operand.item().orElse(Shape.ANY);
        }
        CelExpr index = expr.call().args().get(1);
        boolean named = index.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && index.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return named ? operand.fields().getOrDefault(index.constant().stringValue(), Shape.ANY) : Shape.ANY;
    }

    private Shape sum(CelExpr expr) {
        List<Optional<String>> texts =
                expr.call().args().stream().map(Literals::text).toList();
        if (texts.size() >= 2 && texts.get(1).isPresent()) {
            Shape event = ShopEvents.fieldsOf(texts.get(0));
            String field = texts.get(1).get();
            Shape known = event.fields().get(field);
            if (known == null) {
                unknown(expr.call().args().get(1), event, field);
            } else if (!known.is(Shape.Kind.NUMBER)) {
                wrong(
                        expr.call().args().get(1),
                        "'" + field + "' is " + known.kind().text()
                                + ", which can't be added up; name a field that is a number");
            }
        }
        return Shape.NUMBER;
    }

    private void expect(CelExpr expr, Shape shape, Set<Shape.Kind> kinds) {
        if (shape.kind() != Shape.Kind.ANY && !kinds.contains(shape.kind())) {
            String function = expr.call().function().replace("_", "");
            wrong(expr, "'" + function + "' can't be used with " + shape.kind().text() + "; check the types");
        }
    }

    private static boolean isNull(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.NULL_VALUE;
    }

    private void wrong(CelExpr expr, String message) {
        findings.wrong(offset(expr), message);
    }

    /** Of a field within has(…), where its path begins. */
    private int offset(CelExpr expr) {
        boolean asked =
                expr.getKind() == CelExpr.ExprKind.Kind.SELECT && expr.select().testOnly();
        return asked ? offset(expr.select().operand()) : position(expr);
    }

    private int position(CelExpr expr) {
        return tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    }
}
