package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a YAML tree as a journey, noting everything that does not belong there. */
public final class JourneyReader {

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
        Fields fields = Fields.of(mapping, Language.JOURNEY, flaws);
        Optional<YamlNode.Scalar> name = fields.requiredText("journey");
        Optional<YamlNode.Scalar> owner = fields.text("owner");
        Optional<YamlNode.Scalar> title = fields.text("title");
        Optional<StartReader.Reading> start =
                fields.requiredMapping("start").map(written -> StartReader.read(written, flaws));
        List<WrittenEvent> stops = events(fields.list("stop"));
        Optional<WrittenGoal> goal = fields.mapping("goal").flatMap(this::goal);
        Optional<WrittenMigration> migration = fields.mapping("migrate").map(this::migration);
        fields.required("steps");
        List<WrittenStep> steps = new StepReader(flaws).steps(fields.list("steps"));
        Optional<WrittenStart> begins = start.flatMap(StartReader.Reading::start);
        if (name.isEmpty() || begins.isEmpty()) {
            return Optional.empty();
        }
        WrittenAdmission admission = start.get().admission();
        return Optional.of(
                new WrittenJourney(name.get(), owner, title, begins.get(), admission, stops, goal, migration, steps));
    }

    private WrittenMigration migration(YamlNode.Mapping mapping) {
        Map<String, YamlNode.Scalar> steps = new LinkedHashMap<>();
        Fields fields = Fields.of(mapping, Language.MIGRATE, flaws);
        fields.mapping("steps").ifPresent(written -> {
            List<String> old = List.copyOf(written.keys().keySet());
            Fields targets = Fields.of(written, "'migrate'", old, flaws);
            old.forEach(step -> targets.text(step).ifPresent(target -> steps.put(step, target)));
        });
        return new WrittenMigration(steps);
    }

    private List<WrittenEvent> events(List<YamlNode> items) {
        List<WrittenEvent> events = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Mapping mapping) {
                Fields fields = Fields.of(mapping, Language.STOP, flaws);
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
        Fields fields = Fields.of(mapping, Language.GOAL, flaws);
        Optional<YamlNode.Scalar> on = fields.requiredText("on");
        Optional<YamlNode.Scalar> where = fields.text("where");
        Optional<WrittenDuration> within = fields.requiredDuration("within");
        Optional<YamlNode.Scalar> value = fields.text("value");
        return on.isEmpty() || within.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenGoal(new WrittenEvent(on.get(), where), within.get(), value));
    }
}
