package dev.safar.standalone.audit;

import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Start;
import dev.safar.core.model.StopRule;
import dev.safar.core.runtime.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for messages that a tick set off although an event that ends their run lies before that tick. First the messages of a
 * partition, then its decisions, then its events. What an event set off has no tick, and is no case for this.
 */
final class Cancellations {

    private static final Guarantee IT = Guarantee.NOT_CANCELLED;

    private final Function<JourneyRef, Optional<Journey>> journeys;
    private final Horizons horizons;
    private final Verdicts verdicts;
    private final Map<String, List<Watched>> byCustomer = new HashMap<>();
    private final Map<String, Began> runs = new HashMap<>();
    /** Of customers whose messages are watched: calls of which the engine has passed over a copy, and those of them met in the log. */
    private final Set<String> ignored = new HashSet<>();

    private final Set<String> met = new HashSet<>();

    Cancellations(Function<JourneyRef, Optional<Journey>> journeys, Horizons horizons, Verdicts verdicts) {
        this.journeys = journeys;
        this.horizons = horizons;
        this.verdicts = verdicts;
    }

    /** How a run began. */
    private record Began(Instant at, String key, String version) {

        private static final Began UNKNOWN = new Began(Instant.MAX, "", "");
    }

    private static final class Watched {
        private final String message;
        private final String run;
        private final long tick;
        private final Journey journey;
        private final Position position;
        private String doubt = "";
        private String broken = "";

        private Watched(MessageCommand message, Journey journey, Position position) {
            this.message = message.messageId();
            this.run = message.run();
            this.tick = message.tickOffset();
            this.journey = journey;
            this.position = position;
        }
    }

    void message(MessageCommand message, Position position) {
        if (message.tickOffset() < 0) {
            verdicts.note(IT, "messages that an event set off");
        } else if (message.tickPartition() != position.partition()) {
            verdicts.notJudged(IT, "messages that are in another partition than their tick");
        } else {
            Optional<Journey> journey =
                    journeys.apply(new JourneyRef(new JourneyId(message.journey()), message.version()));
            if (journey.isEmpty()) {
                verdicts.notJudged(IT, "messages of journeys that are not published any more");
            } else if (journey.get().stops().isEmpty()) {
                verdicts.good(IT);
            } else {
                runs.put(message.run(), Began.UNKNOWN);
                byCustomer
                        .computeIfAbsent(message.customerId(), any -> new ArrayList<>(1))
                        .add(new Watched(message, journey.get(), position));
            }
        }
    }

    void decision(DecisionRecord decision) {
        if ("entered".equals(decision.type()) && runs.containsKey(decision.run())) {
            String key = String.valueOf(decision.details().get("key"));
            Instant startedAt = Instant.parse(String.valueOf(decision.details().get("started_at")));
            runs.put(decision.run(), new Began(startedAt, key, decision.version()));
        } else if ("ignored".equals(decision.type()) && byCustomer.containsKey(decision.customer())) {
            ignored.add(
                    once(decision.customer(), String.valueOf(decision.details().get("message_id"))));
        }
    }

    /** Takes an event that was applied, in the order of the log. */
    void event(String customer, long offset, Event event) {
        boolean repeated = repeats(customer, event);
        for (Watched watched : byCustomer.getOrDefault(customer, List.of())) {
            if (offset < watched.tick && watched.broken.isEmpty()) {
                for (StopRule rule : watched.journey.stops()) {
                    if (rule.event().equals(event.name())) {
                        hold(watched, rule, new Happening(offset, event, repeated));
                    }
                }
            }
        }
    }

    /** Takes an event, in the order of the log, of which nobody knows whether it was applied. */
    void possible(String customer, Event event) {
        repeats(customer, event);
    }

    /** Whether a copy of it came before; the first of several is the one that was applied. */
    private boolean repeats(String customer, Event event) {
        String once = once(customer, event.messageId());
        return ignored.contains(once)
                && (!met.add(once)
                        || !horizons.reaches(Topics.EVENTS, event.time().toEpochMilli()));
    }

    /** @param repeated whether it may have been passed over as a copy */
    private record Happening(long offset, Event event, boolean repeated) {}

    private void hold(Watched watched, StopRule rule, Happening happening) {
        Began began = runs.getOrDefault(watched.run, Began.UNKNOWN);
        Event event = happening.event();
        if (began.equals(Began.UNKNOWN)) {
            watched.doubt = "messages of runs whose beginning the log no longer has";
        } else if (!began.version().equals(watched.journey.ref().version())) {
            watched.doubt = "messages of runs that came over from another version";
        } else if (event.time().isAfter(since(watched.journey, began))) {
            var scope = new RunScope(event.fields(), began.key(), began.at(), event.time());
            boolean holds = rule.where().isEmpty() || rule.where().get().holds(scope);
            if (scope.strayed()) {
                watched.doubt = "messages whose stop rule asks for more than the logs tell";
            } else if (holds && happening.repeated()) {
                watched.doubt = "messages whose stopping event came twice";
            } else if (holds) {
                watched.broken = "'" + event.name() + "' at "
                        + new Position(Topics.EVENTS, watched.position.partition(), happening.offset())
                        + " ends run " + watched.run
                        + ", and the tick that set the message off came after it, at "
                        + watched.tick;
            }
        }
    }

    /** An event at the very time at which a run began may have come before it; it is passed over. */
    private static Instant since(Journey journey, Began began) {
        return journey.start() instanceof Start.Inactive inactive ? began.at().minus(inactive.length()) : began.at();
    }

    /** Judges all messages. */
    void conclude() {
        byCustomer.values().forEach(messages -> messages.forEach(this::judge));
    }

    private void judge(Watched watched) {
        if (!watched.broken.isEmpty()) {
            String subject = "message " + watched.message;
            verdicts.broken(IT, subject, watched.position.toString(), watched.broken);
        } else if (!watched.doubt.isEmpty()) {
            verdicts.notJudged(IT, watched.doubt);
        } else {
            verdicts.good(IT);
        }
    }

    private static String once(String customer, String messageId) {
        return customer + '\0' + messageId;
    }
}
