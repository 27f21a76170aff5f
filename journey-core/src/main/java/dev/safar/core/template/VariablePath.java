package dev.safar.core.template;

import dev.safar.core.definition.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import liqp.org.antlr.v4.runtime.Token;
import liquid.parser.v4.LiquidParser;

/**
 * A variable as a template names it.
 *
 * @param segments the names before anything that only looks into a value: an index, {@code size}, {@code first}, {@code last}
 * @param column where it begins in its line, from 0
 */
record VariablePath(List<String> segments, int column) {

    /** The rule broken by a variable that no message has. */
    static final String RULE = "unknown-variable";

    private static final List<String> ROOTS = List.of("customer", "run", "offer", "shop", "with");
    private static final List<String> OFFER = List.of("id", "percent", "code", "valid_until");
    private static final Set<String> LOOKING_INSIDE = Set.of("size", "first", "last");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    static VariablePath of(LiquidParser.Lookup_id_indexesContext lookup) {
        List<String> segments = new ArrayList<>();
        segments.add(lookup.id().getText());
        for (LiquidParser.IndexContext index : lookup.index()) {
            Optional<String> segment = segment(index);
            if (segment.isEmpty() || (LOOKING_INSIDE.contains(segment.get()) && segments.size() >= fixed(segments))) {
                break;
            }
            segments.add(segment.get());
        }
        return new VariablePath(List.copyOf(segments), column(lookup));
    }

    /** How many names it takes before a value begins. */
    private static int fixed(List<String> segments) {
        return segments.size() > 1
                        && segments.get(0).equals("run")
                        && segments.get(1).equals("start")
                ? 3
                : 2;
    }

    static boolean isConstant(String expression) {
        return TEXT.matcher(expression).matches() || NUMBER.matcher(expression).matches();
    }

    private static Optional<String> segment(LiquidParser.IndexContext index) {
        if (index.id2() != null) {
            return Optional.of(index.id2().getText());
        }
        String expression = index.expr().getText();
        return TEXT.matcher(expression).matches()
                ? Optional.of(expression.substring(1, expression.length() - 1))
                : Optional.empty();
    }

    /** The parser reads {@code a.b.c} as one token and gives each part the position behind it. */
    private static int column(LiquidParser.Lookup_id_indexesContext lookup) {
        Token root = lookup.getStart();
        int length = 0;
        for (LiquidParser.IndexContext index : lookup.index()) {
            Token token = index.getStart();
            if (index.id2() == null || token.getCharPositionInLine() != root.getCharPositionInLine()) {
                break;
            }
            length += 1 + index.id2().getText().length();
        }
        return length == 0
                ? root.getCharPositionInLine()
                : root.getCharPositionInLine() - length - root.getText().length();
    }

    String dotted() {
        return String.join(".", segments);
    }

    /** Why no message has this variable, and what to do; empty where messages have it. */
    Optional<String> complaint() {
        String root = segments.get(0);
        if (!ROOTS.contains(root)) {
            return Optional.of("there is no variable '" + root + "'; " + Nearest.hint(root, ROOTS));
        }
        boolean startAlone =
                root.equals("run") && segments.size() == 2 && segments.get(1).equals("start");
        if (segments.size() == 1 || startAlone) {
            return Optional.of("'" + dotted() + "' alone says nothing; name a field, as in " + dotted() + ".name");
        }
        return root.equals("offer") ? unlessKnown(OFFER) : Optional.empty();
    }

    private Optional<String> unlessKnown(List<String> fields) {
        String field = segments.get(1);
        return fields.contains(field)
                ? Optional.empty()
                : Optional.of("'" + segments.get(0) + "' has no '" + field + "'; " + Nearest.hint(field, fields));
    }
}
