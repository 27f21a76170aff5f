package dev.safar.standalone.chaos.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param rule what must hold, with its figures
 * @param exceptions where it does not
 */
public record Finding(String rule, List<String> exceptions) {

    public Finding {
        exceptions = List.copyOf(exceptions);
    }

    public boolean holds() {
        return exceptions.isEmpty();
    }
}
