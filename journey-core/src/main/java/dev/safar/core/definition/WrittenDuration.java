package dev.safar.core.definition;

import java.time.Duration;

/** A length of time and how its author put it, since step names are made of the latter. */
public record WrittenDuration(Duration length, String text) {}
