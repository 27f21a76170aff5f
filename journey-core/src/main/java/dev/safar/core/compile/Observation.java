package dev.safar.core.compile;

import dev.safar.core.definition.WrittenAssignment;
import dev.safar.core.definition.WrittenAwaited;
import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.expression.Checked;
import dev.safar.core.expression.References;
import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Memory;
import dev.safar.core.model.Observed;
import dev.safar.core.runtime.CallAnswers;
import dev.safar.core.runtime.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a set of journeys can notice: events by name, and of each the fields that anything reads; of identify calls the
 * customer's attributes.
 */
final class Observation {

    private static final String START = "run.start.";
    private static final String CUSTOMER = "customer.";

    private final Map<String, Set<String>> fields = new HashMap<>();
    private final Set<String> recent = new HashSet<>();
    private final Map<String, Memory> history = new HashMap<>();
    private BrowsingNeeds browsing = BrowsingNeeds.NONE;

    private Observation() {}

    /** @param segments what the segments can notice */
    static Observed of(List<JourneyDraft> journeys, References segments) {
        Observation observation = new Observation();
        observation.notice(Event.IDENTIFY, Set.of());
        observation.add(segments);
        journeys.forEach(observation::add);
        observation.browsing.events().forEach(observation::notice);
        return new Observed(observation.fields, observation.recent, observation.history, observation.browsing);
    }

    /** The fields of a starting event that conditions or the templates of the journey's messages read. */
    static Set<String> startFields(JourneyDraft journey) {
        Set<String> start = new HashSet<>();
        for (Checked<?> checked : journey.expressions().all().values()) {
            start.addAll(checked.references().start());
        }
        start.addAll(templateFields(START, journey));
        return start;
    }

    /** What the templates of the journey's messages read below a path that ends in a dot. */
    private static Set<String> templateFields(String path, JourneyDraft journey) {
        Set<String> read = new HashSet<>();
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send send) {
                variables(send, journey.around().templates())
                        .filter(variable -> variable.startsWith(path))
                        .map(variable -> variable.substring(path.length()).split("\\.", -1)[0])
                        .forEach(read::add);
            }
        }
        return read;
    }

    private static Stream<String> variables(WrittenStep.Send send, TemplateCatalogue templates) {
        return send.channels().stream()
                .map(name -> Channel.ofWireName(name.text()).orElseThrow())
                .flatMap(channel -> templates.variables(send.template().text(), channel).stream());
    }

    private void add(JourneyDraft journey) {
        if (journey.written().start() instanceof WrittenStart.OnEvent start) {
            notice(start.event().on(), startFields(journey));
        } else if (journey.written().start() instanceof WrittenStart.Inactive start) {
            notice(start.event(), Set.of());
        } else if (journey.written().start() instanceof WrittenStart.AtDate start) {
            DateTexts.ofCustomer(start.date())
                    .ifPresent(date -> notice(Event.IDENTIFY, Set.of(date.path().get(1))));
        } else if (journey.written().start() instanceof WrittenStart.Called) {
            notice(Event.JOURNEY_CALLED, startFields(journey));
            notice(Event.JOURNEY_CALLED, Set.of("journey"));
        }
        journey.written().goal().ifPresent(goal -> notice(goal.event().on(), Set.of()));
        for (WrittenEvent stop : journey.written().stops()) {
            notice(stop.on(), Set.of());
            stop.where().ifPresent(where -> recent.add(stop.on().text()));
        }
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.WaitFor wait) {
                wait.awaited().forEach(this::add);
            } else if (step instanceof WrittenStep.Call) {
                notice(CallAnswers.EVENT, CallAnswers.FIELDS);
            } else if (step instanceof WrittenStep.Set set) {
                notice(Event.IDENTIFY, attributes(set));
            }
        }
        addExpressions(journey.expressions());
        templateFields(CUSTOMER, journey).forEach(field -> add(References.toCustomer(field)));
    }

    /** What a journey gives a customer, the shop may give too. */
    private static Set<String> attributes(WrittenStep.Set set) {
        return set.assignments().stream()
                .filter(assignment -> assignment.owner().equals("customer"))
                .map(WrittenAssignment::name)
                .collect(Collectors.toSet());
    }

    private void add(WrittenAwaited awaited) {
        if (awaited instanceof WrittenAwaited.OfEvent of) {
            notice(of.event().on(), Set.of());
        }
    }

    private void addExpressions(Expressions expressions) {
        expressions.events().forEach((text, event) -> {
            Checked<?> checked = expressions.all().get(text);
            notice(event, checked.references().event());
        });
        for (Checked<?> checked : expressions.all().values()) {
            add(checked.references());
        }
    }

    private void add(References references) {
        references.history().forEach(this::remember);
        browsing = browsing.and(references.browsing());
        notice(Event.IDENTIFY, references.customer());
    }

    private void remember(String event, Memory memory) {
        history.merge(event, memory, Memory::and);
        notice(event, memory.sums());
    }

    /** How often and when is remembered of whatever a journey names: it costs little, and the next journey may ask. */
    private void notice(YamlNode.Scalar event, Set<String> read) {
        remember(event.text(), Memory.PLAIN);
        notice(event.text(), read);
    }

    private void notice(String event, Set<String> read) {
        fields.computeIfAbsent(event, absent -> new HashSet<>()).addAll(read);
    }
}
