package dev.safar.core.definition;

import java.util.Arrays;
import java.util.List;

/**
 * A part of the language that has keys: what readers accept, editors complete and the reference explains.
 *
 * @param name in an author's words, such as {@code a journey} or {@code 'goal'}
 * @param meaning one sentence
 * @param open whether it may have keys of the author's own beside these
 */
public record Construct(String name, String meaning, List<Key> keys, boolean open) {

    public Construct {
        keys = List.copyOf(keys);
    }

    static Construct of(String name, String meaning, Key... keys) {
        return new Construct(name, meaning, Arrays.asList(keys), false);
    }

    static Construct open(String name, String meaning, Key... keys) {
        return new Construct(name, meaning, Arrays.asList(keys), true);
    }

    /** The names of its keys, in the order in which people write them. */
    public List<String> keyNames() {
        return keys.stream().map(Key::name).toList();
    }

    /**
     * One key.
     *
     * @param required whether nothing can be read without it
     * @param meaning one sentence or less
     */
    public record Key(String name, Type type, boolean required, String meaning) {

        static Key required(String name, Type type, String meaning) {
            return new Key(name, type, true, meaning);
        }

        static Key optional(String name, Type type, String meaning) {
            return new Key(name, type, false, meaning);
        }
    }
}
