package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.Start;
import java.util.Collection;
import java.util.List;

/** A journey together with what begins it. */
record Starter<S extends Start>(Journey journey, S start) {

    /** The journeys that begin that way, in their own order. */
    static <S extends Start> List<Starter<S>> of(Collection<Journey> journeys, Class<S> kind) {
        return journeys.stream()
                .filter(journey -> kind.isInstance(journey.start()))
                .map(journey -> new Starter<>(journey, kind.cast(journey.start())))
                .toList();
    }
}
