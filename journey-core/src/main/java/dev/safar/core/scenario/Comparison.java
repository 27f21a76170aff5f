package dev.safar.core.scenario;

import java.util.ArrayList;
import java.util.List;

/** What was expected beside what happened, in as few differing lines as possible. */
final class Comparison {

    private static final String HEADING = "expected";

    private final List<Expected> expected;
    private final List<Happening> happened;
    private final int[][] alike;
    private final List<String> lines = new ArrayList<>();
    private final int width;

    private Comparison(List<Expected> expected, List<Happening> happened) {
        this.expected = expected;
        this.happened = happened;
        this.alike = new int[expected.size() + 1][happened.size() + 1];
        this.width = expected.stream()
                .mapToInt(expectation -> expectation.toString().length())
                .reduce(HEADING.length(), Math::max);
    }

    /** No lines where both are the same, in the same order. */
    static List<String> of(List<Expected> expected, List<Happening> happened) {
        Comparison comparison = new Comparison(expected, happened);
        comparison.align();
        boolean same = expected.size() == happened.size() && comparison.alike[0][0] == expected.size();
        return same ? List.of() : comparison.lines();
    }

    /** {@code alike[i][j]}: how many lines the rest from i and the rest from j can have in common. */
    private void align() {
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = happened.size() - 1; j >= 0; j--) {
                alike[i][j] = matches(i, j) ? alike[i + 1][j + 1] + 1 : Math.max(alike[i + 1][j], alike[i][j + 1]);
            }
        }
    }

    private boolean matches(int i, int j) {
        return expected.get(i).matches(happened.get(j));
    }

    private List<String> lines() {
        line(' ', HEADING, "happened");
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < happened.size()) {
            boolean both = i < expected.size() && j < happened.size();
            if (both && matches(i, j)) {
                line(' ', expected.get(i++).toString(), happened.get(j++).toString());
            } else if (j == happened.size() || (both && alike[i + 1][j] >= alike[i][j + 1])) {
                line('<', expected.get(i++).toString(), "");
            } else {
                line('>', "", happened.get(j++).toString());
            }
        }
        return lines;
    }

    private void line(char mark, String left, String right) {
        lines.add((mark + " " + left + " ".repeat(width - left.length()) + " | " + right).stripTrailing());
    }
}
