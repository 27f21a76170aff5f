package dev.safar.engine.streams;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.core.runtime.RunDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the processor counts; safe for all its threads. */
final class EngineMeters {

    private static final Duration[] LATENESS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private final MeterRegistry registry;
    private final Map<String, Counter> events = new ConcurrentHashMap<>();
    private final Map<CounterName, Counter> counters = new ConcurrentHashMap<>();
    private final Timer lateness;
    private final Counter swept;
    private final Counter deadLetters;
    private final Counter positionsReused;

    EngineMeters(MeterRegistry registry) {
        this.registry = registry;
        this.lateness = Timer.builder("safar.timer.lateness")
                .description("how long after it fell due a timer fired")
                .serviceLevelObjectives(LATENESS)
                .register(registry);
        this.swept = Counter.builder("safar.sweep.customers")
                .description("customers looked at in ways through all customers")
                .register(registry);
        this.deadLetters = Counter.builder("safar.dead.letters")
                .description("records that could not be processed")
                .register(registry);
        this.positionsReused = Counter.builder("safar.events.position.reused")
                .description("events at a position at which the customer had another event before")
                .register(registry);
    }

    void event(String type) {
        events.computeIfAbsent(type, name -> registry.counter("safar.events", "type", name))
                .increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void positionReused() {
        positionsReused.increment();
    }

    void swept() {
        swept.increment();
    }

    void broadcast(JourneyId journey) {
        increment("safar.schedules.done", "journey", journey.value());
    }

    void timesMissed(JourneyId journey, long times) {
        registry.counter("safar.schedules.missed", "journey", journey.value()).increment((double) times);
    }

    void fired(Duration late) {
        lateness.record(late.isNegative() ? Duration.ZERO : late);
    }

    void count(List<Decision> decisions) {
        decisions.forEach(this::count);
    }

    private void count(Decision decision) {
        if (decision instanceof RunDecision.Entered entered) {
            increment("safar.runs.entered", "journey", id(entered.journey()));
        } else if (decision instanceof RunDecision.Finished finished) {
            increment("safar.runs.finished", "journey", id(finished.journey()), "reason", finished.reason());
        } else if (decision instanceof MessageDecision.MessageRequested requested) {
            Channel channel = requested.channel();
            increment("safar.messages.requested", "journey", id(requested.journey()), "channel", channel.wireName());
        } else if (decision instanceof MessageDecision.MessageSkipped skipped) {
            increment("safar.messages.skipped", "journey", id(skipped.journey()), "reason", skipped.reason());
        } else if (decision instanceof MessageDecision.MessageRetracted retracted) {
            increment("safar.messages.retracted", "journey", id(retracted.journey()));
        } else if (decision instanceof MessageDecision.MessageHeld held) {
            increment("safar.messages.held", "journey", id(held.journey()), "reason", held.reason());
        } else if (decision instanceof RunDecision.OfferRefused refused) {
            increment("safar.offers.refused", "journey", id(refused.journey()), "reason", refused.reason());
        } else if (decision instanceof MessageDecision.CallRequested called) {
            increment("safar.calls.requested", "journey", id(called.journey()));
        } else if (decision instanceof RunDecision.Migrated migrated) {
            increment("safar.runs.migrated", "journey", id(migrated.to()));
        } else if (decision instanceof RunDecision.GoalReached reached) {
            reached(reached);
        }
    }

    private void reached(RunDecision.GoalReached reached) {
        String journey = id(reached.journey());
        increment("safar.goals.reached", "journey", journey);
        reached.value()
                .filter(value -> value > 0) // a counter can't go down
                .ifPresent(value ->
                        registry.counter("safar.goal.value", "journey", journey).increment(value));
    }

    /** A registry takes longer to find a counter than a customer takes to be decided on. */
    private void increment(String name, String... tags) {
        counters.computeIfAbsent(new CounterName(name, List.of(tags)), unknown -> registry.counter(name, tags))
                .increment();
    }

    private record CounterName(String name, List<String> tags) {}

    private static String id(JourneyRef journey) {
        return journey.id().value();
    }
}
