package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journey together with the event that begins it. */
record Starter(Journey journey, Start.OnEvent start) {

    /** The journeys that begin with an event, by its name, in their own order. */
    static Map<String, List<Starter>> byEvent(Collection<Journey> journeys) {
        Map<String, List<Starter>> starters = new HashMap<>();
        for (Journey journey : journeys) {
            of(journey).ifPresent(starter -> starters.computeIfAbsent(
                            starter.start().event(), event -> new ArrayList<>())
                    .add(starter));
        }
        return starters;
    }

    private static Optional<Starter> of(Journey journey) {
        return journey.start().accept(new Start.Visitor<>() {
            @Override
            public Optional<Starter> visit(Start.OnEvent start) {
                return Optional.of(new Starter(journey, start));
            }

            @Override
            public Optional<Starter> visit(Start.Inactive start) {
                return Optional.empty();
            }

            @Override
            public Optional<Starter> visit(Start.SegmentChange start) {
                return Optional.empty();
            }

            @Override
            public Optional<Starter> visit(Start.AtDate start) {
                return Optional.empty();
            }

            @Override
            public Optional<Starter> visit(Start.Schedule start) {
                return Optional.empty();
            }

            @Override
            public Optional<Starter> visit(Start.Called start) {
                return Optional.empty();
            }
        });
    }
}
