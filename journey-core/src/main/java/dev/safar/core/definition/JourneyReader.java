package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a YAML tree as a journey, noting everything that does not belong there. */
public final class JourneyReader {

    private static final List<String> JOURNEY = List.of("journey", "owner", "start", "stop", "goal", "steps");
    private static final List<String> START = List.of("on", "where", "key", "again", "inactive");
    private static final List<String> INACTIVE = List.of("no", "for");
    private static final List<String> EVENT = List.of("on", "where");
    private static final List<String> GOAL = List.of("on", "within", "value");

    private final List<Flaw> flaws = new ArrayList<>();

    private JourneyReader() {}

    /**
     * What was read, which may be less than was written, and what was wrong with it.
     *
     * @param journey empty where a part is missing without which there is nothing to look at
     */
    public record Reading(Optional<WrittenJourney> journey, List<Flaw> flaws) {
        public Reading {
            flaws = List.copyOf(flaws);
        }
    }

    public static Reading read(YamlNode root) {
        JourneyReader reader = new JourneyReader();
        Optional<WrittenJourney> journey = reader.journey(root);
        return new Reading(journey, reader.flaws);
    }

    private Optional<WrittenJourney> journey(YamlNode root) {
        if (!(root instanceof YamlNode.Mapping mapping)) {
            String message = root.kind() + " is no journey; write keys such as 'journey', 'start' and 'steps'";
            flaws.add(new Flaw(root.where(), Rules.WRONG_TYPE, message));
            return Optional.empty();
        }
        Fields fields = Fields.of(mapping, "a journey", JOURNEY, flaws);
        Optional<YamlNode.Scalar> name = fields.requiredText("journey");
        Optional<YamlNode.Scalar> owner = fields.text("owner");
        Optional<WrittenStart> start = fields.requiredMapping("start").flatMap(this::start);
        List<WrittenEvent> stops = events(fields.list("stop"));
        Optional<WrittenGoal> goal = fields.mapping("goal").flatMap(this::goal);
        fields.required("steps");
        List<WrittenStep> steps = new StepReader(flaws).steps(fields.list("steps"));
        if (name.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WrittenJourney(name.get(), owner, start.get(), stops, goal, steps));
    }

    private Optional<WrittenStart> start(YamlNode.Mapping mapping) {
        Fields fields = Fields.of(mapping, "'start'", START, flaws);
        return fields.has("inactive") ? inactive(fields) : onEvent(fields);
    }

    private Optional<WrittenStart> onEvent(Fields fields) {
        Optional<YamlNode.Scalar> on = fields.requiredText("on");
        Optional<YamlNode.Scalar> where = fields.text("where");
        Optional<YamlNode.Scalar> key = fields.text("key");
        Optional<YamlNode.Scalar> again = fields.text("again");
        return on.map(event -> new WrittenStart.OnEvent(fields.where(), new WrittenEvent(event, where), key, again));
    }

    private Optional<WrittenStart> inactive(Fields start) {
        for (String key : List.of("on", "where", "key", "again")) {
            if (start.has(key)) {
                String message =
                        "'" + key + "' does not go with 'inactive'; a journey has one start, remove one of them";
                flaws.add(new Flaw(start.where(), Rules.WRONG_TYPE, message));
            }
        }
        return start.mapping("inactive").flatMap(mapping -> {
            Fields fields = Fields.of(mapping, "'inactive'", INACTIVE, flaws);
            Optional<YamlNode.Scalar> event = fields.requiredText("no");
            Optional<WrittenDuration> length = fields.requiredDuration("for");
            return event.isEmpty() || length.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WrittenStart.Inactive(start.where(), event.get(), length.get()));
        });
    }

    private List<WrittenEvent> events(List<YamlNode> items) {
        List<WrittenEvent> events = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Mapping mapping) {
                Fields fields = Fields.of(mapping, "'stop'", EVENT, flaws);
                Optional<YamlNode.Scalar> where = fields.text("where");
                fields.requiredText("on").ifPresent(on -> events.add(new WrittenEvent(on, where)));
            } else {
                String message = item.kind() + " is no stop; write it like '- on: Order Completed'";
                flaws.add(new Flaw(item.where(), Rules.WRONG_TYPE, message));
            }
        }
        return events;
    }

    private Optional<WrittenGoal> goal(YamlNode.Mapping mapping) {
        Fields fields = Fields.of(mapping, "'goal'", GOAL, flaws);
        Optional<YamlNode.Scalar> on = fields.requiredText("on");
        Optional<WrittenDuration> within = fields.requiredDuration("within");
        Optional<YamlNode.Scalar> value = fields.text("value");
        return on.isEmpty() || within.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenGoal(on.get(), within.get(), value));
    }
}
