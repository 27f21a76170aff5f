package dev.safar.core.template;

import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.Template;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.parser.Flavor;

/** Liquid somewhere in a file. */
final class LiquidText {

    /** The rule broken by a text that is no Liquid, or Liquid that is not read here. */
    static final String SYNTAX = "liquid-syntax";

    private static final int MAX_DEPTH = 30;
    private static final Pattern BLOCK =
            Pattern.compile("\\{%-?\\s*(end)?(if|unless|case|for|tablerow|capture|comment|raw|ifchanged)\\b|\\[|]");

    private static final TemplateParser PARSER = parser();

    private final String text;
    private final Origin origin;

    LiquidText(String text, Origin origin) {
        this.text = text;
        this.origin = origin;
    }

    private static TemplateParser parser() {
        TemplateParser.Builder builder =
                new TemplateParser.Builder().withFlavor(Flavor.LIQUID).withErrorMode(TemplateParser.ErrorMode.STRICT);
        AddedFilters.ALL.forEach(builder::withFilter);
        return builder.build();
    }

    /** Finds a character of the text in its file. */
    interface Origin {

        Location at(int index);

        /** For a text that stands in its file as it is, from the beginning of a line on. */
        static Origin of(String text, Location first) {
            return index -> {
                String before = text.substring(0, index);
                int lines = (int) before.chars().filter(c -> c == '\n').count();
                return new Location(first.file(), first.line() + lines, index - before.lastIndexOf('\n'));
            };
        }
    }

    TemplateReading read() {
        if (tooDeep()) {
            return failed(0, "nested more than " + MAX_DEPTH + " deep; make it simpler");
        }
        try {
            Template template = PARSER.parse(text);
            return new VariableCollector(this).collect(template.getParseTree());
        } catch (LiquidException e) {
            return failed(offset(e.line, e.charPositionInLine), LiquidMessages.explain(e.getMessage()));
        } catch (RuntimeException e) {
            return failed(0, "this is not Liquid; check tags and brackets");
        }
    }

    private boolean tooDeep() {
        int depth = 0;
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            boolean closes = matcher.group(1) != null || matcher.group().equals("]");
            depth = Math.max(0, depth + (closes ? -1 : 1));
            if (depth > MAX_DEPTH) {
                return true;
            }
        }
        return false;
    }

    private TemplateReading failed(int offset, String message) {
        return new TemplateReading(List.of(), List.of(new Flaw(at(offset), SYNTAX, message)));
    }

    Location at(int offset) {
        return origin.at(offset);
    }

    /** Where a line, from 1, and a column, from 0, are in the text. */
    int offset(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return Math.max(0, Math.min(text.length(), text.offsetByCodePoints(start, points(start, column))));
    }

    private int points(int start, int column) {
        return Math.max(0, Math.min(column, text.codePointCount(start, text.length())));
    }
}
