package dev.safar.core.model;

/**
 * One value that a {@code set} step gives.
 *
 * @param target whose value it is
 * @param name the attribute of the customer, or the value of the run
 * @param value what it becomes, or what is added to it
 */
public record Assignment(Target target, String name, Operation operation, ValueExpression value) {

    /** Whose value is set. */
    public enum Target {
        CUSTOMER,
        RUN
    }

    /** What is done with the value. */
    public enum Operation {
        SET,
        /** Added to the number that is there; nothing counts as 0. */
        ADD
    }
}
