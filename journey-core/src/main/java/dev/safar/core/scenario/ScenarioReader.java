package dev.safar.core.scenario;

import dev.safar.core.compile.Problem;
import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.ScenarioLanguage;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Step;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.CallAnswers;
import dev.safar.core.runtime.LocalTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a file of scenarios, and finds every problem in it. */
final class ScenarioReader {

    private static final Set<String> EVENT_KEYS = Set.of("at", "received", "id", "imported", "event");

    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::wireName).toList();

    private static final String ANSWERED = "answered";

    private final Workspace workspace;
    private final List<Problem> problems;
    private Set<JourneyId> journeys = Set.of();
    private Instant starts = Rehearsal.START;

    ScenarioReader(Workspace workspace, List<Problem> problems) {
        this.workspace = workspace;
        this.problems = problems;
    }

    List<Scenario> read(YamlNode root) {
        return ScenarioFields.of(root, problems).map(this::file).orElse(List.of());
    }

    private List<Scenario> file(ScenarioFields file) {
        file.allowOnly(ScenarioLanguage.FILE.keyNames());
        journeys = journeysOf(file);
        starts = starts(file).orElse(Rehearsal.START);
        if (!file.has("scenarios")) {
            problems.add(ScenarioFields.problem(
                    file.where(), ScenarioFields.MISSING_KEY, "'scenarios' is missing; add a list of them"));
        }
        Optional<ScenarioFields> customer = file.node("customer").flatMap(node -> ScenarioFields.of(node, problems));
        List<Scenario> scenarios = new ArrayList<>();
        for (YamlNode node : file.list("scenarios")) {
            ScenarioFields.of(node, problems).ifPresent(fields -> scenarios.add(scenario(fields, customer)));
        }
        return scenarios;
    }

    /** Those named; without a name all, since then a file is about what they do together. */
    private Set<JourneyId> journeysOf(ScenarioFields fields) {
        Set<JourneyId> named = new LinkedHashSet<>();
        fields.node("journey").ifPresent(node -> journey(node).ifPresent(named::add));
        fields.list("journeys").forEach(node -> journey(node).ifPresent(named::add));
        if (named.isEmpty()) {
            workspace.journeys().forEach(journey -> named.add(journey.ref().id()));
        }
        return named;
    }

    /** Local times are told on the workspace's clock. */
    private Optional<Instant> starts(ScenarioFields fields) {
        Optional<String> text = fields.text("starts");
        Optional<Instant> moment = text.flatMap(written -> LocalTimes.date(
                written, Duration.ZERO, LocalTime.MIDNIGHT, workspace.settings().zone()));
        if (text.isPresent() && moment.isEmpty()) {
            fields.problem(
                    "starts", "bad-time", "'" + text.get() + "' is not a date or time; write it like 2026-03-20T20:30");
        }
        return moment;
    }

    private Optional<JourneyId> journey(YamlNode node) {
        String name = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        List<String> known = workspace.journeys().stream()
                .map(journey -> journey.ref().id().value())
                .toList();
        if (!known.contains(name)) {
            String message = "no journey " + node.kind() + "; " + Nearest.hint(name, known);
            problems.add(ScenarioFields.problem(node.where(), "unknown-journey", message));
            return Optional.empty();
        }
        return Optional.of(new JourneyId(name));
    }

    private Scenario scenario(ScenarioFields fields, Optional<ScenarioFields> shared) {
        fields.allowOnly(ScenarioLanguage.SCENARIO.keyNames());
        Optional<ScenarioFields> customer = fields.node("customer")
                .flatMap(node -> ScenarioFields.of(node, problems))
                .or(() -> shared);
        if (!fields.has("expect")) {
            problems.add(ScenarioFields.problem(
                    fields.where(),
                    ScenarioFields.MISSING_KEY,
                    "'expect' is missing; write [] where no message is sent"));
        }
        List<Given> given = new ArrayList<>();
        fields.list("events")
                .forEach(node ->
                        ScenarioFields.of(node, problems).flatMap(this::given).ifPresent(given::add));
        List<Expected> expected = new ArrayList<>();
        fields.list("expect").forEach(node -> ScenarioFields.of(node, problems)
                .flatMap(this::expected)
                .ifPresent(expected::add));
        return new Scenario(
                fields.required("name").orElse(""),
                fields.where(),
                fields.has("journeys") ? journeysOf(fields) : journeys,
                starts(fields).orElse(starts),
                customer.flatMap(known -> known.text("id")).orElse("customer"),
                customer.map(known -> known.valuesExcept(Set.of("id"))).orElse(Map.of()),
                given,
                fields.duration("until"),
                expected);
    }

    private Optional<Given> given(ScenarioFields fields) {
        Optional<Duration> at = at(fields);
        Optional<String> kind =
                fields.has("event") ? Optional.of("event") : fields.oneOf(ScenarioLanguage.kindsOfGiven());
        Optional<Given.What> what = kind.flatMap(name -> what(name, fields));
        Optional<Duration> received = fields.duration("received");
        if (at.isPresent() && received.isPresent() && received.get().compareTo(at.get()) < 0) {
            fields.problem(
                    "received",
                    ScenarioFields.BAD_DURATION,
                    "nothing is received before it happens; leave it out or make it later");
        }
        boolean imported = fields.text("imported").filter("true"::equals).isPresent();
        return at.isPresent() && what.isPresent()
                ? Optional.of(new Given(at.get(), received.or(() -> at).get(), fields.text("id"), imported, what.get()))
                : Optional.empty();
    }

    private static Optional<Duration> at(ScenarioFields fields) {
        fields.required("at");
        return fields.duration("at");
    }

    private Optional<Given.What> what(String kind, ScenarioFields fields) {
        if (kind.equals("event")) {
            return fields.text("event").map(event -> occurrence(event, fields));
        }
        if (kind.equals(ANSWERED)) {
            return answered(fields);
        }
        fields.allowOnly(List.of("at", "received", "id", "imported", kind));
        if (kind.equals("identify")) {
            return fields.node(kind)
                    .flatMap(node -> ScenarioFields.of(node, problems))
                    .map(traits -> new Given.Identified(traits.valuesExcept(Set.of())));
        }
        Optional<String> message = fields.text(kind);
        if (message.isPresent() && !senders().contains(message.get())) {
            fields.problem(
                    kind,
                    "unknown-step",
                    "no step sends '" + message.get() + "'; "
                            + Nearest.hint(message.get(), senders(), "give a step's id or its template"));
        }
        return message.map(step -> new Given.Report(kind, step));
    }

    private Optional<Given.What> answered(ScenarioFields fields) {
        fields.allowOnly(List.of("at", "received", "id", "imported", ANSWERED, CallAnswers.STATUS, CallAnswers.BODY));
        Set<String> callers = names(Step.Call.class, call -> List.of(call.id().value()));
        Optional<String> step = fields.text(ANSWERED);
        step.filter(name -> !callers.contains(name))
                .ifPresent(name -> fields.problem(
                        ANSWERED, "unknown-step", "no step '" + name + "' calls; " + Nearest.hint(name, callers)));
        Map<String, Object> answer =
                new HashMap<>(fields.valuesExcept(Set.of("at", "received", "id", "imported", ANSWERED)));
        answer.putIfAbsent(CallAnswers.STATUS, 200L);
        return step.map(name -> new Given.Answered(name, answer));
    }

    private Given.What occurrence(String event, ScenarioFields fields) {
        Map<String, Object> values = fields.valuesExcept(EVENT_KEYS);
        Map<String, Set<String>> observed = workspace.observed().fields();
        Nearest.slip(event, observed.keySet())
                .ifPresent(meant ->
                        fields.doubt("event", "no journey looks at '" + event + "'; did you mean '" + meant + "'?"));
        values.keySet().forEach(field -> Nearest.slip(field, observed.getOrDefault(event, Set.of()))
                .filter(meant -> !values.containsKey(meant))
                .ifPresent(meant ->
                        fields.doubt(field, "no journey reads '" + field + "'; did you mean '" + meant + "'?")));
        return new Given.Occurrence(event, values);
    }

    /** What a report can be on: steps that send, by their ids and their templates. */
    private Set<String> senders() {
        return names(
                Step.Send.class,
                send -> List.of(send.id().value(), send.template().value()));
    }

    private <S extends Step> Set<String> names(Class<S> kind, Function<S, List<String>> names) {
        return workspace.journeys().stream()
                .map(Journey::steps)
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(names)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Expected> expected(ScenarioFields fields) {
        fields.allowOnly(ScenarioLanguage.EXPECTED.keyNames());
        Optional<Duration> at = at(fields);
        Optional<String> kind = fields.oneOf(ScenarioLanguage.kindsOfExpected());
        Optional<String> what = kind.flatMap(fields::text);
        Optional<JourneyId> journey = fields.node("journey").flatMap(this::journey);
        if (at.isEmpty() || kind.isEmpty() || what.isEmpty()) {
            return Optional.empty();
        }
        check(kind.get(), what.get(), fields);
        Happening.Kind expected = Happening.Kind.ofKey(kind.get());
        return Optional.of(new Expected(journey, at.get(), expected, what.get(), fields.text("template")));
    }

    private void check(String kind, String what, ScenarioFields fields) {
        if (kind.equals(Happening.Kind.SEND.key()) && Channel.ofWireName(what).isEmpty()) {
            fields.problem(kind, "unknown-channel", "no channel '" + what + "'; " + Nearest.hint(what, CHANNELS));
        }
        fields.text("template")
                .filter(name -> !workspace.templates().containsKey(new TemplateId(name)))
                .ifPresent(name -> fields.problem(
                        "template",
                        "unknown-template",
                        "no template '" + name + "'; " + Nearest.hint(name, templates())));
    }

    private List<String> templates() {
        return workspace.templates().keySet().stream()
                .map(TemplateId::value)
                .sorted()
                .toList();
    }
}
