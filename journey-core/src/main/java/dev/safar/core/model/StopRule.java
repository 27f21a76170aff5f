package dev.safar.core.model;

import java.util.Optional;

/** An event that ends a run at once, wherever the run waits. */
public record StopRule(String event, Optional<Condition> where) {}
