package dev.safar.core.definition;

import java.util.Optional;

/** {@code goal: { on, within, value }}. */
public record WrittenGoal(YamlNode.Scalar on, WrittenDuration within, Optional<YamlNode.Scalar> value) {}
