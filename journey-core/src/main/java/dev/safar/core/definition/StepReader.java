package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lists of steps, the ones inside others too. */
final class StepReader {

    private static final List<String> KINDS =
            StepLanguage.ALL.stream().map(StepLanguage::kind).toList();
    private static final List<String> FATES = List.of("opened", "clicked", "delivered", "failed");
    private static final List<String> AWAITED = List.of("on", "opened", "clicked", "delivered", "failed", "any");
    private static final int ELIF_LIMIT = 50;
    private static final int MOST_WEIGHT = 1_000_000;

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
        Fields fields = Fields.of(mapping, StepLanguage.BY_KIND.get(kind), flaws);
        WrittenStep.Head head = new WrittenStep.Head(mapping.where(), fields.id("id"));
        return switch (kind) {
            case "wait" -> wait(head, fields);
            case "wait_for" -> waitFor(head, fields);
            case "if" -> branch(head, fields);
            case "split" -> split(head, fields);
            case "call" -> new DeedReader(fields, flaws).call(head, branches(fields));
            case "offer" -> new DeedReader(fields, flaws).offer(head);
            case "send" -> new DeedReader(fields, flaws).send(head);
            case "set" -> new DeedReader(fields, flaws).set(head);
            case "emit" -> new DeedReader(fields, flaws).emit(head);
            case "begin" -> new DeedReader(fields, flaws).begin(head);
            default -> fields.text("stop").map(reason -> new WrittenStep.Stop(head, reason));
        };
    }

    private static Flaw unknownKind(YamlNode.Mapping mapping) {
        for (Map.Entry<String, Location> key : mapping.keys().entrySet()) {
            boolean known =
                    StepLanguage.ALL.stream().anyMatch(step -> step.keyNames().contains(key.getKey()));
            Optional<String> meant = known ? Optional.empty() : Nearest.of(key.getKey(), KINDS);
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
            Fields until = Fields.of(mapping, StepLanguage.UNTIL, flaws);
            return until.requiredText("until")
                    .flatMap(new UntilReader(until, flaws)::read)
                    .map(moment -> new WrittenStep.WaitUntil(head, moment));
        }
        return fields.duration("wait").map(length -> new WrittenStep.Wait(head, length));
    }

    private Optional<WrittenStep> waitFor(WrittenStep.Head head, Fields fields) {
        WrittenStep.Branches branches = branches(fields);
        return fields.mapping("wait_for").flatMap(mapping -> {
            Fields awaited = Fields.of(mapping, StepLanguage.AWAIT, flaws);
            Optional<WrittenDuration> timeout = awaited.duration("timeout");
            Optional<List<WrittenAwaited>> things = mapping.fields().containsKey("any")
                    ? any(mapping, awaited)
                    : awaited(mapping, awaited).map(List::of);
            return things.map(list -> new WrittenStep.WaitFor(head, list, timeout, branches));
        });
    }

    private Optional<List<WrittenAwaited>> any(YamlNode.Mapping mapping, Fields fields) {
        refuseSeveral(mapping);
        List<WrittenAwaited> awaited = new ArrayList<>();
        List<YamlNode> items = fields.list("any");
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Mapping one) {
                awaited(one, Fields.of(one, StepLanguage.AWAITED, flaws)).ifPresent(awaited::add);
            } else {
                wrong(item, item.kind() + " can't be waited for; write it like '- on: Order Completed'");
            }
        }
        fields.required("any")
                .filter(node -> node instanceof YamlNode.Sequence && items.isEmpty())
                .ifPresent(node -> wrong(node, "'any' is empty; write what is waited for"));
        return awaited.isEmpty() ? Optional.empty() : Optional.of(awaited);
    }

    private Optional<WrittenAwaited> awaited(YamlNode.Mapping mapping, Fields fields) {
        refuseSeveral(mapping);
        Optional<String> fate =
                FATES.stream().filter(mapping.fields()::containsKey).findFirst();
        if (fate.isPresent()) {
            return fields.text(fate.get()).map(step -> new WrittenAwaited.OfMessage(fate.get(), step));
        }
        Optional<YamlNode.Scalar> where = fields.text("where");
        return fields.requiredText("on").map(on -> new WrittenAwaited.OfEvent(new WrittenEvent(on, where)));
    }

    private void refuseSeveral(YamlNode.Mapping mapping) {
        List<String> named =
                AWAITED.stream().filter(mapping.fields()::containsKey).toList();
        if (named.size() > 1) {
            wrong(mapping, "this waits for " + String.join(" and ", named) + " at once; make them a list under 'any'");
        } else if (mapping.fields().containsKey("where") && !named.contains("on") && !named.isEmpty()) {
            Location where = mapping.keys().get("where");
            flaws.add(new Flaw(where, Rules.WRONG_TYPE, "'where' goes with 'on' alone; remove it"));
        }
    }

    private Optional<WrittenStep> branch(WrittenStep.Head head, Fields fields) {
        List<WrittenStep> then = steps(fields.list("then"));
        List<YamlNode> elifs = fields.list("elif");
        if (elifs.size() > ELIF_LIMIT) {
            wrong(elifs.get(ELIF_LIMIT), "there are more than " + ELIF_LIMIT + " 'elif'; write fewer");
        }
        List<WrittenStep> otherwise = elif(elifs.subList(0, Math.min(elifs.size(), ELIF_LIMIT)), fields);
        return fields.text("if")
                .map(condition -> new WrittenStep.If(head, condition, new WrittenStep.Branches(then, otherwise)));
    }

    /** Each further condition is a step of its own, where those before do not hold. */
    private List<WrittenStep> elif(List<YamlNode> items, Fields last) {
        if (items.isEmpty()) {
            return steps(last.list("else"));
        }
        List<YamlNode> more = items.subList(1, items.size());
        if (!(items.get(0) instanceof YamlNode.Mapping mapping)) {
            wrong(items.get(0), items.get(0).kind() + " is no condition; write it like '- if: customer.vip'");
            return elif(more, last);
        }
        Fields fields = Fields.of(mapping, StepLanguage.ELIF, flaws);
        List<WrittenStep> then = steps(fields.list("then"));
        Optional<YamlNode.Scalar> condition = fields.requiredText("if");
        WrittenStep.Branches branches = new WrittenStep.Branches(then, elif(more, last));
        WrittenStep.Head head = new WrittenStep.Head(mapping.where(), Optional.empty());
        return condition
                .map(text -> List.<WrittenStep>of(new WrittenStep.If(head, text, branches)))
                .orElse(branches.otherwise());
    }

    private Optional<WrittenStep> split(WrittenStep.Head head, Fields fields) {
        return fields.mapping("split").flatMap(mapping -> {
            List<WrittenStep.Arm> arms = new ArrayList<>();
            mapping.fields().forEach((name, node) -> arm(name, mapping.keys().get(name), node)
                    .ifPresent(arms::add));
            if (mapping.fields().size() < 2) {
                wrong(mapping, "a split needs two branches at least; add one like 'b: { weight: 50, then: [] }'");
            }
            return arms.isEmpty() ? Optional.empty() : Optional.of(new WrittenStep.Split(head, arms));
        });
    }

    private Optional<WrittenStep.Arm> arm(String name, Location where, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            wrong(node, node.kind() + " is no branch; write it like '" + name + ": { weight: 50, then: [] }'");
            return Optional.empty();
        }
        Fields fields = Fields.of(mapping, StepLanguage.ARM, flaws);
        List<WrittenStep> then = steps(fields.list("then"));
        return fields.requiredInteger("weight", 1, MOST_WEIGHT)
                .map(weight -> new WrittenStep.Arm(name, where, weight, then));
    }

    private WrittenStep.Branches branches(Fields fields) {
        return new WrittenStep.Branches(steps(fields.list("then")), steps(fields.list("else")));
    }

    private void wrong(YamlNode node, String message) {
        flaws.add(new Flaw(node.where(), Rules.WRONG_TYPE, message));
    }
}
