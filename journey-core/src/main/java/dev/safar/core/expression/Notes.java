package dev.safar.core.expression;

import dev.safar.core.definition.Location;
import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Memory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The single things that an expression can notice. */
final class Notes {

    static final References OF_TIME =
            new References(Set.of(), Set.of(), Set.of(), Map.of(), BrowsingNeeds.NONE, Map.of(), Set.of(), true);
    static final References OF_SEEN = of(new BrowsingNeeds(Optional.empty(), true, false), false);

    private Notes() {}

    static References ofEvent(String field) {
        return new References(
                Set.of(field), Set.of(), Set.of(), Map.of(), BrowsingNeeds.NONE, Map.of(), Set.of(), false);
    }

    static References ofStart(String field) {
        return new References(
                Set.of(), Set.of(field), Set.of(), Map.of(), BrowsingNeeds.NONE, Map.of(), Set.of(), false);
    }

    /** An attribute, or what takes the place of one. */
    static References ofCustomer(String field) {
        return switch (field) {
            case History.SESSIONS -> of(new BrowsingNeeds(Optional.of(Duration.ZERO), false, false), false);
            case CustomerView.CART -> of(new BrowsingNeeds(Optional.empty(), false, true), false);
            case CustomerView.CONSENTS -> References.NONE;
            default ->
                new References(
                        Set.of(), Set.of(), Set.of(field), Map.of(), BrowsingNeeds.NONE, Map.of(), Set.of(), false);
        };
    }

    static References ofSessions(Duration window) {
        return of(new BrowsingNeeds(Optional.of(window), false, false), true);
    }

    static References ofPast(String event, Optional<String> field, Optional<Duration> window) {
        Memory memory = new Memory(
                field.map(Set::of).orElse(Set.of()), window.map(Set::of).orElse(Set.of()));
        return new References(
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(event, memory),
                BrowsingNeeds.NONE,
                Map.of(),
                Set.of(),
                window.isPresent());
    }

    static References ofSegment(String name, Location where) {
        return new References(
                Set.of(), Set.of(), Set.of(), Map.of(), BrowsingNeeds.NONE, Map.of(name, where), Set.of(), false);
    }

    static References ofValue(String name) {
        return new References(
                Set.of(), Set.of(), Set.of(), Map.of(), BrowsingNeeds.NONE, Map.of(), Set.of(name), false);
    }

    private static References of(BrowsingNeeds browsing, boolean timeDependent) {
        return new References(Set.of(), Set.of(), Set.of(), Map.of(), browsing, Map.of(), Set.of(), timeDependent);
    }
}
