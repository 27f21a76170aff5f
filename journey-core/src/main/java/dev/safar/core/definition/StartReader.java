package dev.safar.core.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what begins a journey, noting everything that does not go with it. */
final class StartReader {

    /** What can begin a journey, each with the keys that go with it alone. */
    private static final Map<String, List<String>> KINDS = kinds();

    private final Fields fields;
    private final List<Flaw> flaws;

    private StartReader(Fields fields, List<Flaw> flaws) {
        this.fields = fields;
        this.flaws = flaws;
    }

    /** @param admission is there also where what begins the journey can't be read */
    record Reading(Optional<WrittenStart> start, WrittenAdmission admission) {}

    static Reading read(YamlNode.Mapping mapping, List<Flaw> flaws) {
        StartReader reader = new StartReader(Fields.of(mapping, Language.START, flaws), flaws);
        return new Reading(reader.start(), reader.admission());
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("on", List.of("where", "key", "again"));
        kinds.put("inactive", List.of());
        kinds.put("enters", List.of());
        kinds.put("leaves", List.of());
        kinds.put("at", List.of("repeat", "time"));
        kinds.put("schedule", List.of("segment"));
        kinds.put("called", List.of("key", "again"));
        return kinds;
    }

    private Optional<WrittenStart> start() {
        List<String> kinds = KINDS.keySet().stream().filter(fields::has).toList();
        if (kinds.isEmpty()) {
            String message = "'start' needs something that begins the journey, such as 'on'; add it";
            flaws.add(new Flaw(fields.where(), Rules.MISSING_KEY, message));
            return Optional.empty();
        }
        if (kinds.size() > 1) {
            String message = "'" + kinds.get(0) + "' does not go with '" + kinds.get(1)
                    + "'; a journey has one start, remove one of them";
            flaws.add(new Flaw(fields.where(), Rules.WRONG_TYPE, message));
            return Optional.empty();
        }
        checkOptions(kinds.get(0));
        return read(kinds.get(0));
    }

    private void checkOptions(String kind) {
        KINDS.values().stream().flatMap(List::stream).distinct().forEach(key -> {
            if (fields.has(key) && !KINDS.get(kind).contains(key)) {
                String message = "'" + key + "' does not go with '" + kind + "'; remove it";
                flaws.add(new Flaw(fields.whereKey(key), Rules.WRONG_TYPE, message));
            }
        });
    }

    private Optional<WrittenStart> read(String kind) {
        return switch (kind) {
            case "on" -> onEvent();
            case "inactive" -> inactive();
            case "enters", "leaves" ->
                fields.text(kind)
                        .map(segment -> new WrittenStart.SegmentChange(fields.where(), segment, kind.equals("enters")));
            case "at" ->
                fields.text("at")
                        .map(date -> new WrittenStart.AtDate(
                                fields.where(), date, fields.text("repeat"), fields.text("time")));
            case "schedule" -> schedule();
            default ->
                fields.text("called")
                        .map(called -> new WrittenStart.Called(
                                fields.where(), called, fields.text("key"), fields.text("again")));
        };
    }

    private Optional<WrittenStart> onEvent() {
        Optional<YamlNode.Scalar> where = fields.text("where");
        Optional<YamlNode.Scalar> key = fields.text("key");
        Optional<YamlNode.Scalar> again = fields.text("again");
        return fields.text("on")
                .map(event -> new WrittenStart.OnEvent(fields.where(), new WrittenEvent(event, where), key, again));
    }

    private Optional<WrittenStart> inactive() {
        return fields.mapping("inactive").flatMap(mapping -> {
            Fields silence = Fields.of(mapping, Language.INACTIVE, flaws);
            Optional<YamlNode.Scalar> event = silence.requiredText("no");
            Optional<WrittenDuration> length = silence.requiredDuration("for");
            Optional<YamlNode.Scalar> orSince = silence.text("or_since");
            return event.isEmpty() || length.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WrittenStart.Inactive(fields.where(), event.get(), length.get(), orSince));
        });
    }

    private Optional<WrittenStart> schedule() {
        Optional<YamlNode.Scalar> segment = fields.text("segment");
        return fields.mapping("schedule").flatMap(mapping -> {
            Fields timetable = Fields.of(mapping, Language.SCHEDULE, flaws);
            if (timetable.has("cron") == timetable.has("once")) {
                String message = "'schedule' needs either 'cron' or 'once'; write one of them";
                flaws.add(new Flaw(timetable.where(), Rules.MISSING_KEY, message));
                return Optional.empty();
            }
            return timetable
                    .text("cron")
                    .<WrittenStart>map(cron -> new WrittenStart.Cron(fields.where(), cron, segment))
                    .or(() -> timetable.text("once").map(time -> new WrittenStart.Once(fields.where(), time, segment)));
        });
    }

    private WrittenAdmission admission() {
        return new WrittenAdmission(
                fields.text("audience"),
                fields.text("from"),
                fields.text("to"),
                fields.duration("max_event_age"),
                fields.duration("cooldown"));
    }
}
