package dev.safar.standalone.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A table for a terminal: the columns as wide as they need to be, numbers to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<Object>> rows = new ArrayList<>();

    TextTable(String... headings) {
        row((Object[]) headings);
    }

    /** Adds a row; cells are numbers or have a text form. */
    TextTable row(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, headings first. */
    List<String> lines() {
        List<Integer> widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.get(0).size(), 0));
        for (List<Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), text(row.get(i)).length()));
            }
        }
        return widths;
    }

    private String line(List<Object> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String text = text(row.get(i));
            String padding = " ".repeat(widths.get(i) - text.length());
            line.append(i == 0 ? "" : GAP).append(isNumeric(i) ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }

    /** A column is one of numbers if its first row below the headings has one. */
    private boolean isNumeric(int column) {
        return rows.size() > 1 && rows.get(1).get(column) instanceof Number;
    }

    private static String text(Object cell) {
        return cell instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : cell.toString();
    }
}
