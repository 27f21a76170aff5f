package dev.safar.core.definition;

import java.util.Optional;

/** A segment as it was written. */
public record WrittenSegment(YamlNode.Scalar name, Optional<YamlNode.Scalar> title, YamlNode.Scalar where) {}
