package dev.safar.core.diagram;

import java.util.List;

/**
 * What stands in a box.
 *
 * @param headline what it is, in a few words
 * @param details the rest, a line each
 */
record Caption(Kind kind, String headline, List<String> details) {

    Caption {
        details = details.stream().filter(line -> !line.isBlank()).toList();
    }

    Caption(Kind kind, String headline, String... details) {
        this(kind, headline, List.of(details));
    }

    /** What a box stands for, which is also its style. */
    enum Kind {
        START,
        /** What surrounds the story: what stops it, what it is for. */
        NOTE,
        WAIT,
        CHOICE,
        SEND,
        ACTION,
        END
    }
}
