package dev.safar.core.model;

import java.time.Duration;
import java.util.Optional;

/** What a journey is for: an event within a time of the run's start, and what one such event is worth. */
public record Goal(String event, Optional<Condition> where, Duration within, Optional<ValueExpression> value) {}
