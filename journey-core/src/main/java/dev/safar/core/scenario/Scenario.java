package dev.safar.core.scenario;

import dev.safar.core.definition.Location;
import dev.safar.core.model.JourneyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A story of one customer as its author wrote it.
 *
 * @param journeys the journeys that it speaks of; all others run along unseen
 * @param starts the moment from which all its times count
 * @param traits the customer's attributes, consents among them, known from the beginning
 * @param until when the story ends; without it, when nothing more can happen
 */
record Scenario(
        String name,
        Location where,
        Set<JourneyId> journeys,
        Instant starts,
        String customer,
        Map<String, Object> traits,
        List<Given> given,
        Optional<Duration> until,
        List<Expected> expected) {

    Scenario {
        journeys = Set.copyOf(journeys);
        traits = Map.copyOf(traits);
        given = given.stream().sorted(Comparator.comparing(Given::received)).toList();
        expected = List.copyOf(expected);
    }

    /** The last time that the story speaks of. */
    Duration lastWord() {
        return Stream.concat(
                        given.stream().map(Given::received), expected.stream().map(Expected::at))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Whether happenings of this kind belong into the comparison: messages always, all else where it is spoken of. */
    boolean tells(Happening.Kind kind) {
        return kind == Happening.Kind.SEND || expected.stream().anyMatch(expectation -> expectation.kind() == kind);
    }
}
