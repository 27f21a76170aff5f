package dev.safar.core.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was expected beside what happened, in as few differing lines as possible. */
final class Comparison {

    private static final String HEADING = "expected";
    private static final int NOWHERE = -1;
    private static final int ELSEWHERE = -2;

    private final List<Expected> expected;
    private final List<Happening> happened;
    private final int[][] alike;
    /** Per expected line where it happened, if that was in this order. */
    private final int[] aligned;

    /** What happened and was expected, but in another order. */
    private final Set<Integer> moved = new HashSet<>();

    private final List<String> lines = new ArrayList<>();
    private final int width;

    private Comparison(List<Expected> expected, List<Happening> happened) {
        this.expected = expected;
        this.happened = happened;
        this.alike = new int[expected.size() + 1][happened.size() + 1];
        this.aligned = new int[expected.size()];
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

    /**
     * What stands in the same order on both sides is one line; all else is a line of its own, marked {@code <} where it did not
     * happen, {@code >} where it was not expected, and {@code ~} where it is both, in another order.
     */
    private List<String> lines() {
        pair();
        line(' ', HEADING, "happened");
        int j = 0;
        for (int i = 0; i < expected.size(); i++) {
            for (; aligned[i] > j; j++) {
                line(moved.contains(j) ? '~' : '>', "", happened.get(j).toString());
            }
            if (aligned[i] == j) {
                line(' ', expected.get(i).toString(), happened.get(j++).toString());
            } else {
                line(aligned[i] == ELSEWHERE ? '~' : '<', expected.get(i).toString(), "");
            }
        }
        for (; j < happened.size(); j++) {
            line(moved.contains(j) ? '~' : '>', "", happened.get(j).toString());
        }
        return lines;
    }

    private void pair() {
        Arrays.fill(aligned, NOWHERE);
        Set<Integer> open = new TreeSet<>();
        int j = 0;
        for (int i = 0; i < expected.size(); i++) {
            while (j < happened.size() && !matches(i, j) && alike[i + 1][j] < alike[i][j + 1]) {
                open.add(j++);
            }
            if (j < happened.size() && matches(i, j)) {
                aligned[i] = j++;
            }
        }
        for (; j < happened.size(); j++) {
            open.add(j);
        }
        for (int i = 0; i < expected.size(); i++) {
            if (aligned[i] == NOWHERE) {
                elsewhere(i, open);
            }
        }
    }

    private void elsewhere(int i, Set<Integer> open) {
        open.stream().filter(j -> matches(i, j)).findFirst().ifPresent(j -> {
            aligned[i] = ELSEWHERE;
            moved.add(j);
            open.remove(j);
        });
    }

    private void line(char mark, String left, String right) {
        lines.add((mark + " " + left + " ".repeat(width - left.length()) + " | " + right).stripTrailing());
    }
}
