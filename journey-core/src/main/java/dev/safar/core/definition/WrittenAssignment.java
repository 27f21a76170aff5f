package dev.safar.core.definition;

/**
 * One value that a {@code set} step gives, as written.
 *
 * @param owner {@code customer} or {@code run}
 * @param name what of theirs is set
 */
public record WrittenAssignment(Location where, String owner, String name, Operation operation, Operand operand) {

    /** What is done with the operand. */
    public enum Operation {
        SET,
        ADD
    }

    /** What is set or added. */
    public sealed interface Operand {}

    /** A text, a number or a truth as it stands. */
    public record Literal(Object value) implements Operand {}

    /** Something to be computed. */
    public record Computed(YamlNode.Scalar expression) implements Operand {}
}
