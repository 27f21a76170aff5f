package dev.safar.core.diagram;

import java.util.List;

/** What happens from one point of a journey to another: parts that follow each other. */
record Flow(List<Part> parts) {

    Flow {
        parts = List.copyOf(parts);
    }

    /** Whether whoever comes in at its beginning can come out at its end. */
    boolean goesOn() {
        return parts.isEmpty() || parts.get(parts.size() - 1).goesOn();
    }

    /**
     * A box, and the ways below it where there are several.
     *
     * @param index of the step in its journey; negative for what is no step
     * @param ends whether nothing comes after it
     */
    record Part(int index, Caption caption, List<Way> ways, boolean ends) {

        Part {
            ways = List.copyOf(ways);
        }

        boolean goesOn() {
            return !ends
                    && (ways.isEmpty()
                            || ways.stream().anyMatch(way -> way.flow().goesOn()));
        }
    }

    /** One of several ways. */
    record Way(String label, Flow flow) {}
}
