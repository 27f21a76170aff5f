package dev.safar.core.template;

import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import liqp.filters.Filter;
import liqp.org.antlr.v4.runtime.Token;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liqp.org.antlr.v4.runtime.tree.TerminalNode;
import liqp.parser.Flavor;
import liquid.parser.v4.LiquidParser;

/**
 * Walks a parsed Liquid text in its order and notes each variable that has to come from outside: not the ones a loop, an
 * assignment or a capture makes.
 */
final class VariableCollector {

    private static final Set<String> FILTERS = filters();

    private final LiquidText text;
    private final List<TemplateReading.Use> uses = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<String> assigned = new HashSet<>();
    private final Deque<Set<String>> loops = new ArrayDeque<>();

    VariableCollector(LiquidText text) {
        this.text = text;
    }

    TemplateReading collect(ParseTree tree) {
        visit(tree);
        return new TemplateReading(uses, flaws);
    }

    private void visit(ParseTree node) {
        if (node instanceof LiquidParser.LookupContext lookup) {
            lookup(lookup);
        } else if (node instanceof LiquidParser.For_arrayContext loop) {
            loop(loop, name(loop.id()), "forloop");
        } else if (node instanceof LiquidParser.For_rangeContext loop) {
            loop(loop, name(loop.id()), "forloop");
        } else if (node instanceof LiquidParser.Table_tagContext loop) {
            loop(loop, name(loop.id()), "tablerowloop");
        } else if (node instanceof LiquidParser.AssignmentContext assignment) {
            children(assignment);
            assigned.add(name(assignment.id()));
        } else if (node instanceof LiquidParser.Capture_tag_IdContext capture) {
            children(capture);
            assigned.add(name(capture.id()));
        } else if (node instanceof LiquidParser.Capture_tag_StrContext capture) {
            children(capture);
            assigned.add(unquoted(capture.Str().getText()));
        } else if (node instanceof LiquidParser.FilterContext filter) {
            filter(filter);
        } else {
            tag(node);
        }
    }

    /** Includes would make templates of templates; counters live outside of what can be listed. */
    private void tag(ParseTree node) {
        if (node instanceof LiquidParser.Include_tagContext include) {
            flaw(include.TagStart(), "templates can't include others; write the text out");
        } else if (node instanceof LiquidParser.Include_relative_tagContext include) {
            flaw(include.TagStart(), "templates can't include others; write the text out");
        } else if (node instanceof LiquidParser.Simple_tagContext simple) {
            flaw(simple.SimpleTagId(), "the tag '" + simple.SimpleTagId().getText() + "' is not read here; use assign");
        } else {
            children(node);
        }
    }

    private void children(ParseTree node) {
        for (int i = 0; i < node.getChildCount(); i++) {
            visit(node.getChild(i));
        }
    }

    /** The loop's own variables are known inside its block, and, since nothing else has their names, where it begins. */
    private void loop(ParseTree node, String variable, String counter) {
        Set<String> own = Set.of(variable, counter);
        for (int i = 0; i < node.getChildCount(); i++) {
            ParseTree child = node.getChild(i);
            boolean block =
                    child instanceof LiquidParser.For_blockContext || child instanceof LiquidParser.BlockContext;
            if (block) {
                loops.push(own);
            }
            visit(child);
            if (block) {
                loops.pop();
            }
        }
    }

    private void filter(LiquidParser.FilterContext filter) {
        String name = filter.Id().getText();
        if (!FILTERS.contains(name)) {
            flaw(filter.Id(), "there is no filter '" + name + "'; " + Nearest.hint(name, FILTERS));
        }
        children(filter);
    }

    private void lookup(LiquidParser.LookupContext node) {
        if (!(node instanceof LiquidParser.Lookup_id_indexesContext lookup)) {
            Token start = node.getStart();
            String message = "a variable must be written like customer.first_name; rewrite it";
            add(offset(start, start.getCharPositionInLine()), VariablePath.RULE, message);
            return;
        }
        lookup.index().forEach(index -> {
            if (index.expr() != null && !VariablePath.isConstant(index.expr().getText())) {
                children(index.expr());
            }
        });
        if (isOwn(name(lookup.id()))) {
            return;
        }
        VariablePath path = VariablePath.of(lookup);
        int offset = offset(lookup.getStart(), path.column());
        path.complaint()
                .ifPresentOrElse(
                        message -> add(offset, VariablePath.RULE, message),
                        () -> uses.add(new TemplateReading.Use(path.dotted(), text.at(offset))));
    }

    private boolean isOwn(String name) {
        return assigned.contains(name) || loops.stream().anyMatch(own -> own.contains(name));
    }

    private static String name(LiquidParser.IdContext id) {
        return id.getText();
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    private void flaw(TerminalNode at, String message) {
        Token token = at.getSymbol();
        add(offset(token, token.getCharPositionInLine()), LiquidText.SYNTAX, message);
    }

    private int offset(Token token, int column) {
        return text.offset(token.getLine(), column);
    }

    private void add(int offset, String rule, String message) {
        flaws.add(new Flaw(text.at(offset), rule, message));
    }

    private static Set<String> filters() {
        Set<String> names = new TreeSet<>();
        for (Filter filter : Flavor.LIQUID.getFilters().values()) {
            names.add(filter.name);
        }
        AddedFilters.ALL.forEach(filter -> names.add(filter.name));
        return names;
    }
}
