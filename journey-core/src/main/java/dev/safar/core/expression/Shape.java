package dev.safar.core.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a value before there is one.
 *
 * @param item what a list consists of
 * @param fields what fields there are, as far as they are known
 * @param knowledge how far that is
 */
record Shape(Kind kind, Optional<Shape> item, Map<String, Shape> fields, Knowledge knowledge) {

    static final Shape ANY = of(Kind.ANY);
    static final Shape NUMBER = of(Kind.NUMBER);
    static final Shape TEXT = of(Kind.TEXT);
    static final Shape TRUTH = of(Kind.TRUTH);
    static final Shape TIME = of(Kind.TIME);
    static final Shape LENGTH = of(Kind.LENGTH);

    /** What values are compared by. */
    enum Kind {
        ANY("anything"),
        NUMBER("a number"),
        TEXT("a text"),
        TRUTH("true or false"),
        TIME("a time"),
        LENGTH("a length of time"),
        LIST("a list"),
        FIELDS("a group of fields");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** Whether one is smaller or larger than another of its kind. */
        boolean ordered() {
            return this != LIST && this != FIELDS;
        }
    }

    /** How much the names of fields say about a name that is not among them. */
    enum Knowledge {
        /** Nothing: there may be others. */
        SOME,
        /** It may be misspelt: those that are usual are known. */
        USUAL,
        /** It is wrong: there are no others. */
        ALL
    }

    Shape {
        fields = Map.copyOf(fields);
    }

    private static Shape of(Kind kind) {
        return new Shape(kind, Optional.empty(), Map.of(), Knowledge.SOME);
    }

    static Shape listOf(Shape item) {
        return new Shape(Kind.LIST, Optional.of(item), Map.of(), Knowledge.SOME);
    }

    static Shape fields(Map<String, Shape> fields, Knowledge knowledge) {
        return new Shape(Kind.FIELDS, Optional.empty(), fields, knowledge);
    }

    /** As in {@code order_id text, total number}; a name alone may be anything. */
    static Map<String, Shape> named(String declarations) {
        Map<String, Shape> named = new HashMap<>();
        for (String declaration : declarations.split(", ", -1)) {
            String[] words = declaration.split(" ", -1);
            named.put(words[0], words.length == 1 ? ANY : ofWord(words[1]));
        }
        return named;
    }

    private static Shape ofWord(String word) {
        return switch (word) {
            case "text" -> TEXT;
            case "number" -> NUMBER;
            case "list" -> listOf(ANY);
            default -> throw new IllegalArgumentException(word);
        };
    }

    static Shape of(CelType type) {
        return switch (type.kind()) {
            case INT, UINT, DOUBLE -> NUMBER;
            case STRING -> TEXT;
            case BOOL -> TRUTH;
            case TIMESTAMP -> TIME;
            case DURATION -> LENGTH;
            case LIST -> listOf(type instanceof ListType list && list.hasElemType() ? of(list.elemType()) : ANY);
            case MAP -> fields(Map.of(), Knowledge.SOME);
            default -> ANY;
        };
    }

    boolean is(Kind expected) {
        return kind == expected || kind == Kind.ANY;
    }

    /** Whether a value of this can be equal to one of the other. */
    boolean comparable(Shape other) {
        return is(other.kind) || other.kind == Kind.ANY;
    }

    /** What a value is that is one or the other. */
    Shape or(Shape other) {
        return kind == other.kind ? (equals(other) ? this : of(kind)) : ANY;
    }
}
