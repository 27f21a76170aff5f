package dev.safar.core.compile;

import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers what is wrong with a workspace, each thing once. */
final class Problems {

    /** What is wrong with the workspace's own file comes first, since much else may follow from it. */
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> !problem.where().file().equals(SettingsReader.FILE))
            .thenComparing(problem -> problem.where().file())
            .thenComparing(problem -> problem.where().line())
            .thenComparing(problem -> problem.where().column())
            .thenComparing(Problem::rule)
            .thenComparing(Problem::message);

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<Problem> againstSettings = new LinkedHashSet<>();

    void error(Location where, String rule, String message) {
        found.add(new Problem(where, Problem.Severity.ERROR, rule, message));
    }

    /** An error only as long as {@code workspace.yaml} says what it seems to say. */
    void againstSettings(Location where, String rule, String message) {
        againstSettings.add(new Problem(where, Problem.Severity.ERROR, rule, message));
    }

    /** Nothing is against settings that are not known: what is wrong with them is all that can be said. */
    void forgetAgainstSettings() {
        againstSettings.clear();
    }

    boolean anyAgainstSettings() {
        return !againstSettings.isEmpty();
    }

    boolean anyErrorIn(String file) {
        return errors().stream().anyMatch(problem -> problem.where().file().equals(file));
    }

    void warn(Location where, String rule, String message) {
        found.add(new Problem(where, Problem.Severity.WARNING, rule, message));
    }

    void errors(Collection<Flaw> flaws) {
        flaws.forEach(flaw -> error(flaw.where(), flaw.rule(), flaw.message()));
    }

    void warnings(Collection<Flaw> doubts) {
        doubts.forEach(doubt -> warn(doubt.where(), doubt.rule(), doubt.message()));
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
        return Stream.concat(found.stream(), againstSettings.stream())
                .sorted(BY_PLACE)
                .toList();
    }
}
