package dev.safar.standalone.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that must hold at the end.
 *
 * @param exceptions where it does not hold; empty if it does
 */
record Check(String rule, List<String> exceptions) {

    private static final int SHOWN = 5;

    Check {
        exceptions = List.copyOf(exceptions);
    }

    boolean holds() {
        return exceptions.isEmpty();
    }

    /** One line if it holds, else also the first exceptions. */
    List<String> lines() {
        if (holds()) {
            return List.of("  ok      " + rule);
        }
        List<String> lines = new ArrayList<>();
        lines.add("  FAILED  " + rule);
        exceptions.stream().limit(SHOWN).forEach(exception -> lines.add("            " + exception));
        if (exceptions.size() > SHOWN) {
            lines.add("            and " + (exceptions.size() - SHOWN) + " more");
        }
        return lines;
    }
}
