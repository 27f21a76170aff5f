package dev.safar.core.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a checked expression: what it reads is collected, what it can't read there becomes a flaw. */
final class ReferenceCollector {

    private static final String INDEX = "_[_]";

    private static final List<String> RUN_FIELDS = List.of("key", "started_at", "start");

    private final CelAbstractSyntaxTree tree;
    private final Set<Root> roots;
    private final Flaws flaws;
    private final Set<String> event = new HashSet<>();
    private final Set<String> start = new HashSet<>();
    private final Set<String> customer = new HashSet<>();
    private final Set<String> history = new HashSet<>();
    private final Set<String> values = new HashSet<>();

    ReferenceCollector(CelAbstractSyntaxTree tree, Set<Root> roots, Flaws flaws) {
        this.tree = tree;
        this.roots = roots;
        this.flaws = flaws;
    }

    /** Takes a flaw at an offset into the expression, in code points. */
    interface Flaws {
        void add(int offset, String message);
    }

    References collect() {
        visit(tree.getExpr());
        return new References(event, start, customer, history, values);
    }

    private void visit(CelExpr expr) {
        Optional<Path> path = path(expr);
        if (path.isPresent()) {
            read(path.get(), expr);
            return;
        }
        switch (expr.getKind()) {
            case SELECT -> visit(expr.select().operand());
            case CALL -> call(expr.call());
            case LIST -> expr.list().elements().forEach(this::visit);
            case MAP ->
                expr.map().entries().forEach(entry -> {
                    visit(entry.key());
                    visit(entry.value());
                });
            case COMPREHENSION -> comprehension(expr);
            default -> {
                // constants and the variables of a comprehension read nothing
            }
        }
    }

    private void comprehension(CelExpr expr) {
        visit(expr.comprehension().iterRange());
        visit(expr.comprehension().accuInit());
        visit(expr.comprehension().loopCondition());
        visit(expr.comprehension().loopStep());
        visit(expr.comprehension().result());
    }

    private void call(CelExpr.CelCall call) {
        Optional<Root> target = call.target().flatMap(ReferenceCollector::root);
        if (target.isPresent() && CelEnvironment.HISTORY_FUNCTIONS.contains(call.function())) {
            history(target.get(), call);
            return;
        }
        call.target().ifPresent(this::visit);
        call.args().forEach(this::visit);
    }

    private void history(Root target, CelExpr.CelCall call) {
        CelExpr argument = call.args().get(0);
        Optional<String> name = literal(argument);
        if (target != Root.CUSTOMER) {
            flaw(call.target().orElse(argument), "only 'customer' has a history; write customer." + call.function());
        } else if (!roots.contains(target)) {
            flaw(argument, target.absence());
        } else if (name.isEmpty()) {
            flaw(argument, "the event's name must be written out, so that its history is kept; write it in quotes");
        } else {
            history.add(name.get());
        }
    }

    private void read(Path path, CelExpr expr) {
        if (!roots.contains(path.root())) {
            flaw(expr, path.root().absence() + "; " + alternative(path.root()));
        } else if (path.field().isEmpty()) {
            flaw(
                    expr,
                    "'" + path.root().text() + "' alone says nothing; name a field, as in "
                            + path.root().text() + ".x");
        } else if (path.root() == Root.EVENT) {
            event.add(path.field().get());
        } else if (path.root() == Root.CUSTOMER) {
            customer.add(path.field().get());
        } else if (path.root() == Root.RUN) {
            readRun(path, expr);
        }
    }

    private void readRun(Path path, CelExpr expr) {
        String field = path.field().orElseThrow();
        if (!RUN_FIELDS.contains(field)) {
            values.add(field);
        } else if (field.equals("start") && path.inner().isEmpty()) {
            flaw(expr, "'run.start' alone says nothing; name a field, as in run.start.x");
        } else if (field.equals("start")) {
            start.add(path.inner().get());
        }
    }

    private String alternative(Root root) {
        return root == Root.EVENT && roots.contains(Root.RUN)
                ? "'run.start' has the fields of the event that started the run"
                : "remove it";
    }

    private void flaw(CelExpr expr, String message) {
        CelExpr first = expr;
        while (first.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            first = first.select().operand();
        }
        flaws.add(tree.getSource().getPositionsMap().getOrDefault(first.id(), 0), message);
    }

    /** @param inner the field of {@code field}, where the expression goes on */
    private record Path(Root root, Optional<String> field, Optional<String> inner) {}

    /** The root, first and second field of an expression like {@code run.start.x.y}; empty for any other. */
    private static Optional<Path> path(CelExpr expr) {
        Optional<Root> root = root(expr);
        if (root.isPresent()) {
            return Optional.of(new Path(root.get(), Optional.empty(), Optional.empty()));
        }
        Optional<Path> outer = operand(expr).flatMap(ReferenceCollector::path);
        Optional<String> field = field(expr);
        if (outer.isEmpty() || field.isEmpty()) {
            return Optional.empty();
        }
        Path path = outer.get();
        if (path.field().isEmpty()) {
            return Optional.of(new Path(path.root(), field, Optional.empty()));
        }
        return Optional.of(path.inner().isEmpty() ? new Path(path.root(), path.field(), field) : path);
    }

    private static Optional<Root> root(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            for (Root root : Root.values()) {
                if (root.text().equals(expr.ident().name())) {
                    return Optional.of(root);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<CelExpr> operand(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return Optional.of(expr.select().operand());
        }
        return isIndex(expr) ? Optional.of(expr.call().args().get(0)) : Optional.empty();
    }

    private static Optional<String> field(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return Optional.of(expr.select().field());
        }
        return isIndex(expr) ? literal(expr.call().args().get(1)) : Optional.empty();
    }

    private static boolean isIndex(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals(INDEX);
    }

    private static Optional<String> literal(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }
}
