package dev.safar.core.definition;

import java.util.Optional;

/** {@code on} an event, perhaps only {@code where} a condition holds. */
public record WrittenEvent(YamlNode.Scalar on, Optional<YamlNode.Scalar> where) {}
