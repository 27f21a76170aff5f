package dev.safar.core.definition;

import java.util.Optional;

/** {@code goal: { on, where, within, value }}. */
public record WrittenGoal(WrittenEvent event, WrittenDuration within, Optional<YamlNode.Scalar> value) {}
