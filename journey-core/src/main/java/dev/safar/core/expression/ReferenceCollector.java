package dev.safar.core.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.safar.core.definition.Durations;
import dev.safar.core.definition.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Walks a checked expression: what it reads is collected, what it can't read there becomes a flaw. */
final class ReferenceCollector {

    private static final String INDEX = "_[_]";

    private static final List<String> RUN_FIELDS = List.of("key", "started_at", "start");
    private static final String ALONE = "' alone says nothing; name a field, as in ";

    private final CelAbstractSyntaxTree tree;
    private final Place place;
    private final Flaws flaws;
    private References references = References.NONE;

    ReferenceCollector(CelAbstractSyntaxTree tree, Place place, Flaws flaws) {
        this.tree = tree;
        this.place = place;
        this.flaws = flaws;
    }

    /** Takes a flaw at an offset into the expression, in code points. */
    interface Flaws {
        void add(int offset, String message);

        Location at(int offset);
    }

    References collect() {
        visit(tree.getExpr());
        return references;
    }

    private void visit(CelExpr expr) {
        Optional<Path> path = path(expr);
        if (path.isPresent()) {
            read(path.get(), expr);
            return;
        }
        switch (expr.getKind()) {
            case SELECT -> visit(expr.select().operand());
            case CALL -> call(expr);
            case LIST -> expr.list().elements().forEach(this::visit);
            case MAP ->
                expr.map().entries().forEach(entry -> {
                    visit(entry.key());
                    visit(entry.value());
                });
            case COMPREHENSION -> comprehension(expr);
            case IDENT -> {
                if (expr.ident().name().equals(CelEnvironment.NOW)) {
                    note(Notes.OF_TIME);
                }
            }
            default -> {
                // constants read nothing
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

    private void call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        if (!History.knows(call.function())) {
            call.target().ifPresent(this::visit);
            call.args().forEach(this::visit);
            return;
        }
        CelExpr target = call.target().orElse(expr);
        if (root(target).filter(Root.CUSTOMER::equals).isEmpty()) {
            String function = History.written(call.function());
            flaw(target, "only 'customer' has a history; write customer." + function);
        } else if (!place.roots().contains(Root.CUSTOMER)) {
            flaw(target, Root.CUSTOMER.absence() + "; remove it");
        } else {
            history(call);
        }
    }

    private void history(CelExpr.CelCall call) {
        switch (call.function()) {
            case History.SEEN -> {
                note(Notes.OF_SEEN);
                visit(call.args().get(0));
            }
            case History.IN -> {
                CelExpr argument = call.args().get(0);
                written(argument, "the segment's name").ifPresent(name -> note(Notes.ofSegment(name, at(argument))));
            }
            case History.SESSIONS -> window(call.args(), 0).ifPresent(window -> note(Notes.ofSessions(window)));
            case History.SUM -> past(call.args(), 2);
            default -> past(call.args(), 1);
        }
    }

    /** @param names how many of the arguments are names: of the event, and perhaps of a field */
    private void past(List<CelExpr> arguments, int names) {
        Optional<String> event = written(arguments.get(0), "the event's name");
        Optional<String> field = names == 1 ? Optional.empty() : written(arguments.get(1), "the field's name");
        Optional<Duration> window = window(arguments, names);
        event.ifPresent(name -> note(Notes.ofPast(name, field, window)));
    }

    private Optional<Duration> window(List<CelExpr> arguments, int index) {
        if (index >= arguments.size()) {
            return Optional.empty();
        }
        CelExpr argument = arguments.get(index);
        Optional<Duration> window = Literals.text(argument).flatMap(Durations::parse);
        if (window.isEmpty()) {
            flaw(argument, CelMessages.explain(CelMessages.noLength(Literals.text(argument))));
        }
        return window;
    }

    /** A name that has to be known when the file is read. */
    private Optional<String> written(CelExpr argument, String what) {
        Optional<String> name = Literals.text(argument).filter(text -> !text.isBlank());
        if (name.isEmpty()) {
            flaw(argument, what + " must be written out, so that it is known what to keep; write it in quotes");
        }
        return name;
    }

    private void note(References noted) {
        references = references.and(noted);
    }

    private void read(Path path, CelExpr expr) {
        if (!place.roots().contains(path.root())) {
            flaw(expr, path.root().absence() + "; " + alternative(path.root()));
        } else if (path.field().isEmpty()) {
            flaw(expr, "'" + path.root().text() + ALONE + path.root().text() + ".x");
        } else if (path.root() == Root.EVENT) {
            note(Notes.ofEvent(path.field().get()));
        } else if (path.root() == Root.CUSTOMER) {
            note(Notes.ofCustomer(path.field().get()));
        } else {
            readRun(path, expr);
        }
    }

    private void readRun(Path path, CelExpr expr) {
        String field = path.field().orElseThrow();
        if (field.equals("start")) {
            path.inner()
                    .ifPresentOrElse(
                            inner -> note(Notes.ofStart(inner)),
                            () -> flaw(expr, "'run.start" + ALONE + "run.start.x"));
        } else if (!RUN_FIELDS.contains(field)) {
            note(Notes.ofValue(field));
        }
    }

    private String alternative(Root root) {
        return root == Root.EVENT && place.roots().contains(Root.RUN)
                ? "'run.start' has the fields of the event that started the run"
                : "remove it";
    }

    private void flaw(CelExpr expr, String message) {
        CelExpr first = expr;
        while (first.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            first = first.select().operand();
        }
        flaws.add(offset(first), message);
    }

    private int offset(CelExpr expr) {
        return tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    }

    private Location at(CelExpr expr) {
        return flaws.at(offset(expr));
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
        return isIndex(expr) ? Literals.text(expr.call().args().get(1)) : Optional.empty();
    }

    private static boolean isIndex(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals(INDEX);
    }
}
