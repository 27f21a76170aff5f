package dev.safar.core.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that an author most likely meant. */
public final class Nearest {

    private Nearest() {}

    /** {@code did you mean 'x'?} where a known name is close, otherwise the known names. */
    public static String hint(String name, Collection<String> known) {
        return hint(name, known, known.isEmpty() ? "there are none" : "known are " + String.join(", ", known));
    }

    /** {@code did you mean 'x'?} where a known name is close, otherwise something else. */
    public static String hint(String name, Collection<String> known, String otherwise) {
        return of(name, known).map(nearest -> "did you mean '" + nearest + "'?").orElse(otherwise);
    }

    /** The known name that differs from this one by a slip of the pen only; empty where this one is known. */
    public static Optional<String> slip(String name, Collection<String> known) {
        return known.contains(name)
                ? Optional.empty()
                : of(name, known)
                        .filter(meant -> distance(name.toLowerCase(Locale.ROOT), meant.toLowerCase(Locale.ROOT)) <= 2);
    }

    /** The known name that is close, if one is. */
    public static Optional<String> of(String name, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, Math.min(name.length(), 60) / 3) + 1;
        for (String candidate : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two names. */
    private static int distance(String from, String to) {
        if (Math.abs(from.length() - to.length()) > 20) {
            return Integer.MAX_VALUE;
        }
        int[][] costs = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, from, to, i, j);
            }
        }
        return costs[from.length()][to.length()];
    }

    private static int cheapest(int[][] costs, String from, String to, int i, int j) {
        int replaced = costs[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
