package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a {@code set} step sets. */
final class AssignmentReader {

    private static final Pattern TARGET = Pattern.compile("(customer|run)\\.([\\p{L}_][\\p{L}\\p{N}_]{0,99})");

    /** What a customer has by itself, and no attribute may be called. */
    private static final List<String> CUSTOMER = List.of("id", "consents", "cart", "sessions");

    /** What a run has by itself, or may one day. */
    private static final List<String> RUN = List.of("key", "started_at", "start", "values", "offer", "messages");

    private final List<Flaw> flaws;

    AssignmentReader(List<Flaw> flaws) {
        this.flaws = flaws;
    }

    List<WrittenAssignment> read(YamlNode.Mapping mapping) {
        List<WrittenAssignment> assignments = new ArrayList<>();
        mapping.fields().forEach((target, node) -> read(target, mapping.keys().get(target), node)
                .ifPresent(assignments::add));
        if (mapping.fields().isEmpty()) {
            flaw(mapping.where(), Rules.WRONG_TYPE, "'set' sets nothing; write it like 'customer.tier: gold'");
        }
        return assignments;
    }

    private Optional<WrittenAssignment> read(String target, Location where, YamlNode node) {
        Matcher matcher = TARGET.matcher(target);
        if (!matcher.matches()) {
            flaw(where, Rules.BAD_ID, "'" + target + "' can't be set; write it like customer.tier or run.note");
            return Optional.empty();
        }
        String owner = matcher.group(1);
        String name = matcher.group(2);
        if (isReserved(owner, name)) {
            flaw(where, Rules.BAD_ID, "'" + target + "' has a meaning of its own; choose another name");
            return Optional.empty();
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return computed(mapping).map(value -> new WrittenAssignment(where, owner, name, operation(mapping), value));
        }
        return literal(node)
                .map(value -> new WrittenAssignment(where, owner, name, WrittenAssignment.Operation.SET, value));
    }

    /** Whether a name of {@code run} or {@code customer} is not for steps to give. */
    static boolean isReserved(String owner, String name) {
        return (owner.equals("run") ? RUN : CUSTOMER).contains(name);
    }

    private static WrittenAssignment.Operation operation(YamlNode.Mapping mapping) {
        return mapping.fields().containsKey("add") ? WrittenAssignment.Operation.ADD : WrittenAssignment.Operation.SET;
    }

    private Optional<WrittenAssignment.Operand> literal(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && scalar.value().isPresent()) {
            return Optional.of(new WrittenAssignment.Literal(scalar.value().get()));
        }
        String message = node.kind() + " can't be set; write a text, a number, or '{ value: CEL }'";
        flaw(node.where(), Rules.WRONG_TYPE, message);
        return Optional.empty();
    }

    private Optional<WrittenAssignment.Operand> computed(YamlNode.Mapping mapping) {
        Fields fields = Fields.of(mapping, StepLanguage.ADDED, flaws);
        if (fields.has("add") == fields.has("value")) {
            flaw(mapping.where(), Rules.WRONG_TYPE, "this needs one of 'value' and 'add'; write one");
            return Optional.empty();
        }
        Optional<YamlNode.Scalar> operand = fields.text(fields.has("add") ? "add" : "value");
        return operand.flatMap(scalar -> operand(scalar, operation(mapping)));
    }

    /** A plain number or truth is itself, anything else is computed; only numbers are added. */
    private Optional<WrittenAssignment.Operand> operand(YamlNode.Scalar scalar, WrittenAssignment.Operation operation) {
        Object plain = scalar.value().orElse("");
        if (plain instanceof Boolean && operation == WrittenAssignment.Operation.ADD) {
            flaw(scalar.where(), Rules.WRONG_TYPE, "'" + scalar.text() + "' can't be added; write a number or CEL");
            return Optional.empty();
        }
        return Optional.of(
                plain instanceof String
                        ? new WrittenAssignment.Computed(scalar)
                        : new WrittenAssignment.Literal(plain));
    }

    private void flaw(Location where, String rule, String message) {
        flaws.add(new Flaw(where, rule, message));
    }
}
