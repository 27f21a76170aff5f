package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a customer has had of late, as far as some policy counts it.
 *
 * @param sends messages that a cap counts, oldest first
 * @param offers when offers were made that a budget counts, oldest first
 * @param cooldowns per journey, until when the customer begins no other run
 */
public record Pressure(List<Sending> sends, List<Instant> offers, Map<JourneyId, Instant> cooldowns) {

    /** Nothing yet. */
    public static final Pressure NONE = new Pressure(List.of(), List.of(), Map.of());

    /** How many offers, and how many messages of a channel, are remembered at most. */
    private static final int LIMIT = Policies.COUNTED;

    /** Seven days of a calendar can be an hour longer than seven times 24 hours, and begin in the morning. */
    static final Duration SENDS_KEPT = Duration.ofDays(9);

    /** A message that went to the outbox. */
    public record Sending(Channel channel, Instant at) {}

    public Pressure {
        sends = List.copyOf(sends);
        offers = List.copyOf(offers);
        cooldowns = Map.copyOf(cooldowns);
    }

    Pressure sent(Channel channel, Instant at) {
        List<Sending> all = new ArrayList<>(sends);
        all.add(new Sending(channel, at));
        if (all.stream().filter(sent -> sent.channel() == channel).count() > LIMIT) {
            all.remove(all.stream()
                    .filter(sent -> sent.channel() == channel)
                    .findFirst()
                    .orElseThrow());
        }
        return new Pressure(all, offers, cooldowns);
    }

    Pressure offered(Instant at) {
        return new Pressure(sends, latest(offers, at), cooldowns);
    }

    Pressure cooling(JourneyId journey, Instant until) {
        Map<JourneyId, Instant> changed = new HashMap<>(cooldowns);
        changed.put(journey, until);
        return new Pressure(sends, offers, changed);
    }

    /** Without what no policy can count any more. */
    Pressure at(Instant now) {
        if (sends.isEmpty() && cooldowns.isEmpty()) {
            return this;
        }
        Instant oldest = Instants.before(now, SENDS_KEPT);
        Map<JourneyId, Instant> cooling = new HashMap<>(cooldowns);
        cooling.values().removeIf(until -> !until.isAfter(now));
        return new Pressure(
                sends.stream().filter(sent -> sent.at().isAfter(oldest)).toList(), offers, cooling);
    }

    private static <T> List<T> latest(List<T> known, T added) {
        List<T> all = new ArrayList<>(known);
        all.add(added);
        return all.subList(Math.max(0, all.size() - LIMIT), all.size());
    }
}
