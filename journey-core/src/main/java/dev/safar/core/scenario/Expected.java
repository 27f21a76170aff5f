package dev.safar.core.scenario;

import dev.safar.core.model.JourneyId;
import java.time.Duration;
import java.util.Optional;

/** A happening as an author expects it; what is left out may be anything. */
record Expected(Optional<JourneyId> journey, Duration at, Happening.Kind kind, String what, Optional<String> template) {

    boolean matches(Happening happening) {
        return at.equals(happening.at())
                && kind == happening.kind()
                && what.equals(happening.what())
                && journey.map(happening.journey()::equals).orElse(true)
                && (template.isEmpty() || template.equals(happening.template()));
    }

    @Override
    public String toString() {
        return Happening.line(journey, at, kind, what, template);
    }
}
