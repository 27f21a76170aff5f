package dev.safar.core.definition;

/** One thing that a {@code wait_for} waits for, as written. */
public sealed interface WrittenAwaited {

    /** {@code on} an event. */
    record OfEvent(WrittenEvent event) implements WrittenAwaited {}

    /**
     * {@code opened: step} and its like.
     *
     * @param fate {@code opened}, {@code clicked}, {@code delivered} or {@code failed}
     */
    record OfMessage(String fate, YamlNode.Scalar step) implements WrittenAwaited {}
}
