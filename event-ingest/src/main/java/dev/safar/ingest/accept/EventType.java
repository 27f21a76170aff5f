package dev.safar.ingest.accept;

import java.util.Arrays;
import java.util.Optional;

/** The six kinds of call of Segment's specification. */
public enum EventType {
    TRACK("track"),
    IDENTIFY("identify"),
    PAGE("page"),
    SCREEN("screen"),
    GROUP("group"),
    ALIAS("alias");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** As written in a call and in the log. */
    public String wireName() {
        return wireName;
    }

    static Optional<EventType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(name))
                .findFirst();
    }

    /** The route that browsers use: the first letter. */
    String shortRoute() {
        return wireName.substring(0, 1);
    }
}
