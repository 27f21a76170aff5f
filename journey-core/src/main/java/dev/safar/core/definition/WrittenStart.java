package dev.safar.core.definition;

import java.util.Optional;

/** What begins a journey, as written. */
public sealed interface WrittenStart {

    Location where();

    /** {@code start: { on, where, key, again }}. */
    record OnEvent(Location where, WrittenEvent event, Optional<YamlNode.Scalar> key, Optional<YamlNode.Scalar> again)
            implements WrittenStart {}

    /** {@code start: { inactive: { no, for } }}. */
    record Inactive(Location where, YamlNode.Scalar event, WrittenDuration length) implements WrittenStart {}
}
