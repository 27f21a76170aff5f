package dev.safar.core.compile;

import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with a workspace, each thing once. */
final class Problems {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.where().file())
            .thenComparing(problem -> problem.where().line())
            .thenComparing(problem -> problem.where().column())
            .thenComparing(Problem::rule)
            .thenComparing(Problem::message);

    private final Set<Problem> found = new LinkedHashSet<>();

    void error(Location where, String rule, String message) {
        found.add(new Problem(where, Problem.Severity.ERROR, rule, message));
    }

    void warn(Location where, String rule, String message) {
        found.add(new Problem(where, Problem.Severity.WARNING, rule, message));
    }

    void errors(Collection<Flaw> flaws) {
        flaws.forEach(flaw -> error(flaw.where(), flaw.rule(), flaw.message()));
    }

    boolean anyError() {
        return !errors().isEmpty();
    }

    List<Problem> errors() {
        return inOrder().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    List<Problem> inOrder() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}
