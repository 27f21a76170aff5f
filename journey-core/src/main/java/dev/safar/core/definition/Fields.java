package dev.safar.core.definition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields of one mapping, noting what is unknown, missing or of the wrong kind. */
public final class Fields {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,99}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final YamlNode.Mapping mapping;
    private final String what;
    private final List<Flaw> flaws;

    private Fields(YamlNode.Mapping mapping, String what, List<Flaw> flaws) {
        this.mapping = mapping;
        this.what = what;
        this.flaws = flaws;
    }

    /**
     * Every key that is not known becomes a flaw.
     *
     * @param what the thing being read, in an author's words, such as {@code a journey}
     * @param flaws where flaws go, now and while fields are read
     */
    public static Fields of(YamlNode.Mapping mapping, String what, List<String> known, List<Flaw> flaws) {
        mapping.keys().forEach((key, where) -> {
            if (!known.contains(key)) {
                String message = what + " has no key '" + key + "'; " + Nearest.hint(key, known);
                flaws.add(new Flaw(where, Rules.UNKNOWN_KEY, message));
            }
        });
        return new Fields(mapping, what, flaws);
    }

    /** Every key that the construct's table does not list becomes a flaw. */
    public static Fields of(YamlNode.Mapping mapping, Construct construct, List<Flaw> flaws) {
        return of(mapping, construct.name(), construct.keyNames(), flaws);
    }

    public boolean has(String key) {
        return mapping.fields().containsKey(key);
    }

    public Location where() {
        return mapping.where();
    }

    /** Where a key stands that is there. */
    public Location whereKey(String key) {
        return mapping.keys().getOrDefault(key, where());
    }

    /** The value under a key, whatever it is; a flaw where it is missing. */
    public Optional<YamlNode> required(String key) {
        Optional<YamlNode> node = mapping.field(key);
        if (node.isEmpty()) {
            flaws.add(new Flaw(where(), Rules.MISSING_KEY, what + " needs '" + key + "'; add it"));
        }
        return node;
    }

    public Optional<YamlNode.Scalar> requiredText(String key) {
        return required(key).flatMap(node -> text(key, node));
    }

    public Optional<YamlNode.Scalar> text(String key) {
        return mapping.field(key).flatMap(node -> text(key, node));
    }

    private Optional<YamlNode.Scalar> text(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank() && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        return wrong(node, "'" + key + "' must be a text, not " + node.kind() + "; write one value");
    }

    /** A name that can be part of other names. */
    public Optional<YamlNode.Scalar> id(String key) {
        return mapping.field(key).flatMap(node -> text(key, node)).filter(this::isId);
    }

    private boolean isId(YamlNode.Scalar scalar) {
        boolean valid = ID.matcher(scalar.text()).matches();
        if (!valid) {
            String message = "'" + scalar.text() + "' can't be a name; use letters, digits and hyphens";
            flaws.add(new Flaw(scalar.where(), Rules.BAD_ID, message));
        }
        return valid;
    }

    /** Whether a key that an author has chosen can be read as part of a path, as in {@code with.name}. */
    boolean isName(String key, Location at) {
        boolean valid = NAME.matcher(key).matches();
        if (!valid) {
            String message = "'" + key + "' can't be a name; use letters, digits and underscores";
            flaws.add(new Flaw(at, Rules.BAD_ID, message));
        }
        return valid;
    }

    public Optional<YamlNode.Mapping> requiredMapping(String key) {
        return required(key).flatMap(node -> mapping(key, node));
    }

    public Optional<YamlNode.Mapping> mapping(String key) {
        return mapping.field(key).flatMap(node -> mapping(key, node));
    }

    private Optional<YamlNode.Mapping> mapping(String key, YamlNode node) {
        return node instanceof YamlNode.Mapping found
                ? Optional.of(found)
                : wrong(node, "'" + key + "' must have keys of its own, not " + node.kind() + "; write them below it");
    }

    /** The items under a key; none where the key is absent. */
    public List<YamlNode> list(String key) {
        Optional<YamlNode> node = mapping.field(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        wrong(node.get(), "'" + key + "' must be a list, not " + node.get().kind() + "; begin each item with '-'");
        return List.of();
    }

    /** The texts under a key: a list of them, or one alone. */
    public List<YamlNode.Scalar> texts(String key) {
        Optional<YamlNode> node = mapping.field(key);
        if (node.isEmpty()) {
            return List.of();
        }
        List<YamlNode> items =
                node.get() instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node.get());
        return items.stream().flatMap(item -> text(key, item).stream()).toList();
    }

    public Optional<WrittenDuration> requiredDuration(String key) {
        return required(key).flatMap(node -> duration(key, node));
    }

    public Optional<WrittenDuration> duration(String key) {
        return mapping.field(key).flatMap(node -> duration(key, node));
    }

    private Optional<WrittenDuration> duration(String key, YamlNode node) {
        return text(key, node).flatMap(scalar -> duration(scalar, scalar.text()));
    }

    /** A length of time that is part of a scalar's text. */
    public Optional<WrittenDuration> duration(YamlNode.Scalar scalar, String text) {
        Durations.Reading reading = Durations.read(text);
        if (reading.length().isEmpty()) {
            flaws.add(new Flaw(scalar.at(scalar.text().lastIndexOf(text)), Rules.BAD_DURATION, reading.fault()));
        }
        return reading.length().map(length -> new WrittenDuration(length, text));
    }

    public Optional<Integer> requiredInteger(String key, int least, int most) {
        return required(key).flatMap(node -> {
            boolean valid = node instanceof YamlNode.Scalar scalar
                    && scalar.value().orElse("") instanceof Long number
                    && number >= least
                    && number <= most;
            return valid
                    ? Optional.of(Integer.valueOf(((YamlNode.Scalar) node).text()))
                    : wrong(
                            node,
                            "'" + key + "' must be a whole number from " + least + " to " + most
                                    + "; write the number alone");
        });
    }

    private <T> Optional<T> wrong(YamlNode node, String message) {
        flaws.add(new Flaw(node.where(), Rules.WRONG_TYPE, message));
        return Optional.empty();
    }
}
