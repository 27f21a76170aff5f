package dev.safar.core.definition;

import java.util.Optional;

/** What begins a journey, as written. */
public sealed interface WrittenStart {

    Location where();

    /** {@code start: { on, where, key, again }}. */
    record OnEvent(Location where, WrittenEvent event, Optional<YamlNode.Scalar> key, Optional<YamlNode.Scalar> again)
            implements WrittenStart {}

    /** {@code start: { inactive: { no, for, or_since } }}. */
    record Inactive(Location where, YamlNode.Scalar event, WrittenDuration length, Optional<YamlNode.Scalar> orSince)
            implements WrittenStart {}

    /** {@code start: { enters: segment }} or {@code start: { leaves: segment }}. */
    record SegmentChange(Location where, YamlNode.Scalar segment, boolean enters) implements WrittenStart {}

    /** {@code start: { at, repeat, time }}. */
    record AtDate(
            Location where, YamlNode.Scalar date, Optional<YamlNode.Scalar> repeat, Optional<YamlNode.Scalar> time)
            implements WrittenStart {}

    /** {@code start: { schedule: { cron }, segment }}. */
    record Cron(Location where, YamlNode.Scalar cron, Optional<YamlNode.Scalar> segment) implements WrittenStart {}

    /** {@code start: { schedule: { once }, segment }}. */
    record Once(Location where, YamlNode.Scalar time, Optional<YamlNode.Scalar> segment) implements WrittenStart {}

    /** {@code start: { called: true, key, again }}. */
    record Called(
            Location where, YamlNode.Scalar called, Optional<YamlNode.Scalar> key, Optional<YamlNode.Scalar> again)
            implements WrittenStart {}
}
