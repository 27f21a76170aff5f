package dev.safar.core.runtime;

import dev.safar.core.model.Admission;
import dev.safar.core.model.ApplyLimits;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.KeyExpression;
import dev.safar.core.model.Memory;
import dev.safar.core.model.Observed;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Start;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.StopRule;
import dev.safar.core.model.Template;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Until;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Journeys built by hand, with conditions in Java: what a compiler would make of a file. */
final class Journeys {

    static final Map<Channel, Boolean> EMAIL_ALONE =
            Map.of(Channel.EMAIL, true, Channel.SMS, false, Channel.PUSH, false);

    private static Settings settings(Policies policies) {
        return new Settings(
                ZoneId.of("Asia/Tehran"),
                "en",
                EMAIL_ALONE,
                Duration.ofDays(2),
                Map.of(),
                policies,
                ApplyLimits.NONE,
                Map.of("name", "Shop", "url", "https://shop.example"));
    }

    private Journeys() {}

    static Workspace workspace(Journey... journeys) {
        return workspace(List.of(journeys), List.of());
    }

    static Workspace workspace(Policies policies, Journey... journeys) {
        return workspace(policies, List.of(journeys), List.of());
    }

    static Workspace workspace(List<Journey> current, List<Journey> earlier) {
        return workspace(Policies.NONE, current, earlier);
    }

    /** Observes the events named in tests, and remembers the fields of {@code Cart Emptied}. */
    static Workspace workspace(Policies policies, List<Journey> current, List<Journey> earlier) {
        Map<String, Set<String>> fields = new HashMap<>();
        for (String event :
                List.of("Product Added", "Order Completed", "Cart Emptied", "Survey Answered", "A", "B", "C")) {
            fields.put(event, Set.of("cart_id", "order_id", "k"));
        }
        fields.put(Event.IDENTIFY, Set.of("plan", "first_name"));
        Map<TemplateId, Template> templates = new HashMap<>();
        for (String name : List.of("reminder", "last-chance", "thanks", "again", "deal")) {
            TemplateId id = new TemplateId(name);
            Set<String> paths = new HashSet<>(Set.of("customer.first_name", "run.key", "shop.name"));
            if (name.equals("deal")) {
                paths.addAll(Set.of("offer.code", "offer.percent"));
            }
            templates.put(
                    id,
                    new Template(id, "t1", Map.of(), Map.of(Channel.EMAIL, paths, Channel.SMS, Set.of("shop.url"))));
        }
        List<Workspace.Earlier> finished = earlier.stream()
                .map(journey -> new Workspace.Earlier(journey, templates))
                .toList();
        return new Workspace("w1", settings(policies), List.of(), current, finished, templates, observed(fields));
    }

    static Journey journey(String id, Start start, List<StopRule> stops, Step... steps) {
        return new Journey(
                ref(id, "v1"),
                "growth@shop.example",
                "",
                start,
                Admission.OPEN,
                stops,
                Optional.empty(),
                List.of(steps),
                Optional.empty(),
                Set.of("cart_id"));
    }

    static JourneyRef ref(String id, String version) {
        return new JourneyRef(new JourneyId(id), version);
    }

    static Start on(String event, Start.Again again) {
        return new Start.OnEvent(event, Optional.empty(), Optional.of(field("cart_id")), again);
    }

    static Start onAny(String event) {
        return new Start.OnEvent(event, Optional.empty(), Optional.empty(), Start.Again.IGNORE);
    }

    static Start inactive(String event, Duration length) {
        return new Start.Inactive(event, length, false);
    }

    static StopRule stop(String event) {
        return new StopRule(event, Optional.empty());
    }

    /** Stops the run whose key is in the event. */
    static StopRule stopSame(String event, String field) {
        return new StopRule(event, Optional.of(sameKey(field)));
    }

    static Condition sameKey(String field) {
        return scope -> scope.event().containsKey(field)
                && scope.event().get(field).equals(scope.run().get("key"));
    }

    static KeyExpression field(String name) {
        return scope -> Optional.ofNullable(scope.event().get(name)).map(String::valueOf);
    }

    static Step pause(String id, Duration length, int next) {
        return new Step.Wait(new StepId(id), length, next);
    }

    static Step until(String id, Duration sinceStart, int next) {
        return new Step.WaitUntil(new StepId(id), new Until.SinceStart(sinceStart), next);
    }

    static Step waitForEvent(String id, String event, Duration timeout, int then, int otherwise) {
        Awaited awaited = new Awaited.OfEvent(event, Optional.empty());
        return new Step.WaitFor(new StepId(id), List.of(awaited), Optional.of(timeout), then, otherwise);
    }

    static Step waitForOpen(String id, String message, Duration timeout, int then, int otherwise) {
        Awaited awaited = new Awaited.OfMessage(new StepId(message), Awaited.Fate.OPENED);
        return new Step.WaitFor(new StepId(id), List.of(awaited), Optional.of(timeout), then, otherwise);
    }

    static Step send(String template, int next, Channel... channels) {
        return new Step.Send(
                new StepId(template),
                Arrays.asList(channels),
                new TemplateId(template),
                Optional.empty(),
                Map.of(),
                Handling.USUAL,
                next);
    }

    static Step sendWithin(Duration limit, String template, int next, Channel... channels) {
        return new Step.Send(
                new StepId(template),
                Arrays.asList(channels),
                new TemplateId(template),
                Optional.of(limit),
                Map.of(),
                Handling.USUAL,
                next);
    }

    static Step offer(String id, int percent, Duration validFor, int next) {
        return new Step.Offer(new StepId(id), id, percent, validFor, next);
    }

    /** Everything that is observed is also remembered. */
    private static Observed observed(Map<String, Set<String>> fields) {
        Map<String, Memory> history = new HashMap<>();
        fields.keySet().stream()
                .filter(name -> !name.equals(Event.IDENTIFY))
                .forEach(name -> history.put(name, Memory.PLAIN));
        return new Observed(fields, Set.of("Cart Emptied", "C"), history, BrowsingNeeds.NONE);
    }
}
