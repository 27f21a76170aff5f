package dev.safar.core.compile;

import dev.safar.core.definition.Location;

/**
 * Something wrong in a workspace, for its author to mend.
 *
 * @param rule the rule's name in kebab-case, stable, such as {@code unknown-step}
 * @param message what is wrong, and after a semicolon what to do
 */
public record Problem(Location where, Severity severity, String rule, String message) {

    /** An error keeps the workspace from running; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** {@code file:line:column: what is wrong; what to do [rule]}. */
    @Override
    public String toString() {
        return where + ": " + (severity == Severity.WARNING ? "warning: " : "") + message + " [" + rule + "]";
    }
}
