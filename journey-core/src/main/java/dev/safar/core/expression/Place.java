package dev.safar.core.expression;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an expression stands, and so what it can look at.
 *
 * @param event the name of the event at hand, where it is always the same
 * @param start the name of the event that starts the run, where it is always the same
 */
public record Place(Set<Root> roots, Optional<String> event, Optional<String> start) {

    public Place {
        roots = Set.copyOf(roots);
    }

    /** Somewhere with these roots, and nothing known of any event. */
    public static Place of(Set<Root> roots) {
        return new Place(roots, Optional.empty(), Optional.empty());
    }

    /** Where only a customer is known. */
    public static Place anywhere() {
        return of(EnumSet.of(Root.CUSTOMER));
    }

    /** At an event of that name. */
    public Place at(String name) {
        return new Place(roots, Optional.of(name), start);
    }

    /** In a run that was started by an event of that name. */
    public Place startedBy(Optional<String> name) {
        return new Place(roots, event, name);
    }
}
