package dev.safar.standalone.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A table for a terminal: the columns as wide as they need to be in any script, numbers to the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<Object>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        row((Object[]) headings);
    }

    /** Adds a row; cells are numbers or have a text form. */
    public TextTable row(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, headings first. */
    public List<String> lines() {
        List<Integer> widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.get(0).size(), 0));
        for (List<Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), DisplayWidth.of(text(row.get(i)))));
            }
        }
        return widths;
    }

    private String line(List<Object> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String text = text(row.get(i));
            String padding = " ".repeat(widths.get(i) - DisplayWidth.of(text));
            line.append(i == 0 ? "" : GAP).append(isNumeric(i) ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }

    /** A column is one of numbers if any row has one in it. */
    private boolean isNumeric(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    private static String text(Object cell) {
        return cell instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : cell.toString();
    }
}
