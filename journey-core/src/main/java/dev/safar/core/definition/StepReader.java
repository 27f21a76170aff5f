package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lists of steps, the ones inside others too. */
final class StepReader {

    /** The keys a step may have, by the key that says what it does. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "wait", List.of("id", "wait"),
            "wait_for", List.of("id", "wait_for", "then", "else"),
            "if", List.of("id", "if", "then", "else"),
            "offer", List.of("id", "offer"),
            "send", List.of("id", "send", "template", "fallback", "not_later_than"),
            "stop", List.of("id", "stop"));

    private static final List<String> KINDS = List.of("wait", "wait_for", "if", "offer", "send", "stop");
    private static final Pattern SINCE_START = Pattern.compile("\\s*start\\s*\\+\\s*(.*?)\\s*");

    private final List<Flaw> flaws;

    StepReader(List<Flaw> flaws) {
        this.flaws = flaws;
    }

    List<WrittenStep> steps(List<YamlNode> items) {
        List<WrittenStep> steps = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Mapping mapping) {
                step(mapping).ifPresent(steps::add);
            } else {
                wrong(item, item.kind() + " is no step; write it like '- wait: 1h'");
            }
        }
        return steps;
    }

    private Optional<WrittenStep> step(YamlNode.Mapping mapping) {
        List<String> kinds =
                KINDS.stream().filter(mapping.fields()::containsKey).toList();
        if (kinds.size() != 1) {
            flaws.add(kinds.isEmpty() ? unknownKind(mapping) : ambiguous(mapping, kinds));
            return Optional.empty();
        }
        String kind = kinds.get(0);
        Fields fields = Fields.of(mapping, "a step with '" + kind + "'", KEYS.get(kind), flaws);
        WrittenStep.Head head = new WrittenStep.Head(mapping.where(), fields.id("id"));
        return switch (kind) {
            case "wait" -> wait(head, fields);
            case "wait_for" -> waitFor(head, fields);
            case "if" -> branch(head, fields);
            case "offer" -> offer(head, fields);
            case "send" -> send(head, fields);
            default -> fields.text("stop").map(reason -> new WrittenStep.Stop(head, reason));
        };
    }

    private static Flaw unknownKind(YamlNode.Mapping mapping) {
        for (Map.Entry<String, Location> key : mapping.keys().entrySet()) {
            Optional<String> meant = Nearest.of(key.getKey(), KINDS);
            if (meant.isPresent()) {
                String message = "there is no step '" + key.getKey() + "'; did you mean '" + meant.get() + "'?";
                return new Flaw(key.getValue(), Rules.UNKNOWN_STEP_KIND, message);
            }
        }
        String message = "this step does nothing that is known; a step has one of " + String.join(", ", KINDS);
        return new Flaw(mapping.where(), Rules.UNKNOWN_STEP_KIND, message);
    }

    private static Flaw ambiguous(YamlNode.Mapping mapping, List<String> kinds) {
        String message = "a step does one thing, this one has " + String.join(" and ", kinds) + "; make them steps";
        return new Flaw(mapping.where(), Rules.WRONG_TYPE, message);
    }

    private Optional<WrittenStep> wait(WrittenStep.Head head, Fields fields) {
        Optional<YamlNode> node = fields.required("wait");
        if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
            Fields until = Fields.of(mapping, "'wait'", List.of("until"), flaws);
            return until.requiredText("until")
                    .flatMap(text -> sinceStart(until, text))
                    .map(length -> new WrittenStep.WaitUntil(head, length));
        }
        return fields.duration("wait").map(length -> new WrittenStep.Wait(head, length));
    }

    private Optional<WrittenDuration> sinceStart(Fields fields, YamlNode.Scalar text) {
        Matcher matcher = SINCE_START.matcher(text.text());
        if (!matcher.matches()) {
            String message = "'" + text.text() + "' is not a moment; write it like 'start + 24h'";
            flaws.add(new Flaw(text.where(), Rules.BAD_DURATION, message));
            return Optional.empty();
        }
        return fields.duration(text, matcher.group(1));
    }

    private Optional<WrittenStep> waitFor(WrittenStep.Head head, Fields fields) {
        WrittenStep.Branches branches = branches(fields);
        return fields.mapping("wait_for").flatMap(mapping -> {
            boolean opened = mapping.fields().containsKey("opened");
            List<String> known = opened ? List.of("opened", "timeout") : List.of("on", "where", "timeout");
            Fields awaited = Fields.of(mapping, "'wait_for'", known, flaws);
            Optional<WrittenDuration> timeout = awaited.duration("timeout");
            if (opened) {
                return awaited.text("opened")
                        .map(message -> new WrittenStep.WaitForOpened(head, message, timeout, branches));
            }
            Optional<YamlNode.Scalar> where = awaited.text("where");
            return awaited.requiredText("on")
                    .map(on -> new WrittenStep.WaitForEvent(head, new WrittenEvent(on, where), timeout, branches));
        });
    }

    private Optional<WrittenStep> branch(WrittenStep.Head head, Fields fields) {
        WrittenStep.Branches branches = branches(fields);
        return fields.text("if").map(condition -> new WrittenStep.If(head, condition, branches));
    }

    private WrittenStep.Branches branches(Fields fields) {
        return new WrittenStep.Branches(steps(fields.list("then")), steps(fields.list("else")));
    }

    private Optional<WrittenStep> offer(WrittenStep.Head head, Fields fields) {
        return fields.mapping("offer").flatMap(mapping -> {
            Fields offer = Fields.of(mapping, "'offer'", List.of("id", "percent", "valid_for"), flaws);
            offer.required("id");
            Optional<YamlNode.Scalar> id = offer.id("id");
            Optional<Integer> percent = offer.requiredInteger("percent", 1, 100);
            Optional<WrittenDuration> validFor = offer.requiredDuration("valid_for");
            return id.isEmpty() || percent.isEmpty() || validFor.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WrittenStep.Offer(head, id.get(), percent.get(), validFor.get()));
        });
    }

    private Optional<WrittenStep> send(WrittenStep.Head head, Fields fields) {
        Optional<YamlNode.Scalar> channel = fields.text("send");
        Optional<YamlNode.Scalar> template = fields.requiredText("template");
        List<YamlNode.Scalar> channels = new ArrayList<>();
        channel.ifPresent(channels::add);
        channels.addAll(fields.texts("fallback"));
        Optional<WrittenDuration> notLaterThan = fields.duration("not_later_than");
        return channel.isEmpty() || template.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenStep.Send(head, channels, template.get(), notLaterThan));
    }

    private void wrong(YamlNode node, String message) {
        flaws.add(new Flaw(node.where(), Rules.WRONG_TYPE, message));
    }
}
