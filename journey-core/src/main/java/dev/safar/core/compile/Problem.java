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

    private static final String THEN = "; ";

    /** Whether it keeps the workspace from running. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What is wrong. */
    public String fault() {
        int end = message.lastIndexOf(THEN);
        return end < 0 ? message : message.substring(0, end);
    }

    /** What to do; nothing where the message does not say. */
    public String hint() {
        int end = message.lastIndexOf(THEN);
        return end < 0 ? "" : message.substring(end + THEN.length());
    }

    /** {@code file:line:column: what is wrong; what to do [rule]}. */
    @Override
    public String toString() {
        return where + ": " + (severity == Severity.WARNING ? "warning: " : "") + message + " [" + rule + "]";
    }
}
