package dev.safar.core.definition;

import java.util.Optional;

/** Who may begin a journey and when, as written beside what begins it. */
public record WrittenAdmission(
        Optional<YamlNode.Scalar> audience,
        Optional<YamlNode.Scalar> from,
        Optional<YamlNode.Scalar> to,
        Optional<WrittenDuration> maxEventAge,
        Optional<WrittenDuration> cooldown) {}
