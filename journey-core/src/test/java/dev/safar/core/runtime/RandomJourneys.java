package dev.safar.core.runtime;

import dev.safar.core.model.Assignment;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Condition;
import dev.safar.core.model.DateReference;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Start;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.StopRule;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Until;
import dev.safar.core.model.ValueExpression;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Workspaces of journeys that nobody would write: any steps in any order, each leading to a later one. */
final class RandomJourneys {

    static final List<String> EVENTS = List.of("A", "B", "C");

    private static final ValueExpression COUNT = scope -> Optional.of(scope.count("A"));

    private final Random random;

    private RandomJourneys(Random random) {
        this.random = random;
    }

    static Arbitrary<Workspace> workspaces() {
        return Arbitraries.randomValue(random -> new RandomJourneys(random).workspace(Policies.NONE));
    }

    /** Under any policies that let a message pass some time. */
    static Arbitrary<Workspace> workspacesWithPolicies() {
        return Arbitraries.randomValue(random -> {
            RandomJourneys journeys = new RandomJourneys(random);
            return journeys.workspace(journeys.policies());
        });
    }

    private Policies policies() {
        Map<Channel, Policies.QuietHours> quiet = new EnumMap<>(Channel.class);
        Map<Channel, Policies.Cap> caps = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            if (random.nextBoolean()) {
                LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
                LocalTime to = from.plusMinutes(1 + random.nextInt(20 * 60));
                quiet.put(channel, new Policies.QuietHours(from, to, random.nextBoolean()));
            }
            if (random.nextBoolean()) {
                caps.put(channel, new Policies.Cap(few(), few(), random.nextInt(3) > 0));
            }
        }
        Policies.OfferBudget budget = new Policies.OfferBudget(1 + random.nextInt(2), Duration.ofDays(3));
        return new Policies(
                Policies.NONE.weekend(),
                quiet,
                caps,
                Map.of("promotions", true, "survey", false),
                Optional.empty(),
                random.nextBoolean() ? Optional.empty() : Optional.of(budget));
    }

    private Optional<Integer> few() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(3));
    }

    private Handling handling() {
        return new Handling(
                List.of(Handling.Quiet.values()).get(random.nextInt(3)),
                List.of(Handling.Priority.values()).get(random.nextInt(3)),
                List.of(Optional.<String>empty(), Optional.of("promotions"), Optional.of("survey"))
                        .get(random.nextInt(3)));
    }

    private Workspace workspace(Policies policies) {
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Journey journey = Journeys.journey("j" + i, start(), stops(), steps());
            journeys.add(random.nextInt(3) == 0 ? new RandomStarts(random).narrowed(journey) : journey);
        }
        Workspace plain = Journeys.workspace(policies, journeys, List.of());
        return new Workspace(
                plain.version(),
                plain.settings(),
                RandomStarts.segments(),
                journeys,
                List.of(),
                plain.templates(),
                plain.observed());
    }

    private Start start() {
        if (random.nextInt(3) == 0) {
            return new RandomStarts(random).start();
        }
        if (random.nextInt(4) == 0) {
            return new Start.Inactive(event(), minutes(), false);
        }
        if (random.nextInt(4) == 0) {
            return new Start.Called(
                    Optional.empty(), List.of(Start.Again.values()).get(random.nextInt(3)));
        }
        return new Start.OnEvent(
                event(),
                random.nextInt(4) > 0 ? Optional.empty() : Optional.of(evenCount()),
                random.nextBoolean() ? Optional.empty() : Optional.of(Journeys.field("k")),
                List.of(Start.Again.values()).get(random.nextInt(3)));
    }

    private List<StopRule> stops() {
        List<StopRule> stops = new ArrayList<>();
        if (random.nextBoolean()) {
            stops.add(Journeys.stop(event()));
        }
        if (random.nextBoolean()) {
            stops.add(Journeys.stopSame("C", "k"));
        }
        return stops;
    }

    private Step[] steps() {
        Step[] steps = new Step[1 + random.nextInt(8)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = step(i, steps.length);
        }
        return steps;
    }

    private Step step(int index, int size) {
        StepId id = new StepId("s" + index);
        int next = index + 1 + random.nextInt(size - index);
        int other = index + 1 + random.nextInt(size - index);
        return switch (random.nextInt(18)) {
            case 0 -> new Step.Wait(id, minutes(), next);
            case 1 -> new Step.WaitUntil(id, until(), next);
            case 2 ->
                new Step.WaitFor(id, List.of(new Awaited.OfEvent(event(), Optional.empty())), timeout(), next, other);
            case 3 ->
                new Step.WaitFor(
                        id,
                        List.of(
                                message("s" + random.nextInt(index + 1)),
                                new Awaited.OfEvent(event(), Optional.of(evenCount()))),
                        timeout(),
                        next,
                        other);
            case 4 -> new Step.Branch(id, evenCount(), next, other);
            case 5 -> new Step.Offer(id, "back-5", 5, minutes(), next);
            case 6 -> new Step.Stop(id, "enough");
            case 7 -> new Step.Split(id, List.of(new Step.Arm("a", 1, next), new Step.Arm("b", 2, other)));
            case 8 -> new Step.Set(id, List.of(assignment(), assignment()), next);
            case 9 -> new Step.Call(id, "https://shop.example", Map.of("n", COUNT), minutes(), answer(), next, other);
            case 10, 11 -> new Step.Emit(id, event(), Map.of("k", scope -> Optional.of("key0")), next);
            case 12 -> new Step.Begin(id, new JourneyId("j" + random.nextInt(4)), key(), Map.of(), next);
            default -> new Step.Send(id, channels(), template(), timeout(), Map.of("n", COUNT), handling(), next);
        };
    }

    private Until until() {
        return switch (random.nextInt(4)) {
            case 0 -> new Until.SinceStart(minutes());
            case 1 -> new Until.Local(Set.of(), random.nextBoolean(), LocalTime.of(random.nextInt(24), 30));
            case 2 -> new Until.Dated(new DateReference(List.of("customer", "first_name"), minutes()));
            default ->
                new Until.Dated(new DateReference(
                        List.of("run", "started_at"), minutes().negated()));
        };
    }

    private Assignment assignment() {
        return new Assignment(
                List.of(Assignment.Target.values()).get(random.nextInt(2)),
                "v" + random.nextInt(3),
                List.of(Assignment.Operation.values()).get(random.nextInt(2)),
                random.nextBoolean() ? COUNT : scope -> Optional.of("text"));
    }

    private Optional<String> answer() {
        return random.nextBoolean() ? Optional.of("v0") : Optional.empty();
    }

    private Optional<ValueExpression> key() {
        return random.nextBoolean() ? Optional.of(COUNT) : Optional.empty();
    }

    private Awaited message(String step) {
        return new Awaited.OfMessage(
                new StepId(step), List.of(Awaited.Fate.values()).get(random.nextInt(4)));
    }

    private TemplateId template() {
        return new TemplateId(random.nextInt(4) == 0 ? "deal" : "reminder");
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>(List.of(Channel.values()));
        Collections.shuffle(channels, random);
        return channels.subList(0, 1 + random.nextInt(3));
    }

    private Optional<Duration> timeout() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(minutes());
    }

    private Duration minutes() {
        return Duration.ofMinutes(1 + random.nextInt(100));
    }

    private String event() {
        return EVENTS.get(random.nextInt(EVENTS.size()));
    }

    private Condition evenCount() {
        String event = event();
        return scope -> scope.count(event) % 2 == 0;
    }
}
