package dev.safar.core.definition;

import java.util.List;

/** Either a tree, or what keeps a text from being one. */
public sealed interface YamlReading {

    /** The file could be read. */
    record Read(YamlNode root) implements YamlReading {}

    /** The file can't be read; at least one flaw says why. */
    record Unreadable(List<Flaw> flaws) implements YamlReading {
        public Unreadable {
            flaws = List.copyOf(flaws);
        }
    }
}
