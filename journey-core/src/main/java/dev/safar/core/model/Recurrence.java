package dev.safar.core.model;

import java.time.LocalDateTime;
import java.util.Optional;

/** Says when something comes again, on a clock that is never set. */
@FunctionalInterface
public interface Recurrence {

    /** The first time strictly after another; empty where it never comes again. */
    Optional<LocalDateTime> next(LocalDateTime after);
}
