package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.RunId;
import dev.safar.core.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message wanted on the first of {@code channels} that will do.
 *
 * @param dueAt when the step fell due, before anything held the message back
 * @param notAfter when it stops being worth sending
 */
record Wanted(RunId run, Step.Send step, List<Channel> channels, Instant dueAt, Optional<Instant> notAfter) {

    boolean isLateAt(Instant moment) {
        return notAfter.filter(moment::isAfter).isPresent();
    }

    /** The channels left if that one fails. */
    List<Channel> after(Channel channel) {
        return channels.subList(channels.indexOf(channel) + 1, channels.size());
    }
}
