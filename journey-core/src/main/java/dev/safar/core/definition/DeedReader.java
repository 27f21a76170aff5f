package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the steps that do something at once and go on. */
final class DeedReader {

    /** The event by which shops begin journeys that are called. */
    private static final String JOURNEY_CALLED = "Journey Called";

    private final Fields fields;
    private final List<Flaw> flaws;

    DeedReader(Fields fields, List<Flaw> flaws) {
        this.fields = fields;
        this.flaws = flaws;
    }

    Optional<WrittenStep> offer(WrittenStep.Head head) {
        return fields.mapping("offer").flatMap(mapping -> {
            Fields offer = Fields.of(mapping, StepLanguage.OFFER_TERMS, flaws);
            offer.required("id");
            Optional<YamlNode.Scalar> id = offer.id("id");
            Optional<Integer> percent = offer.requiredInteger("percent", 1, 100);
            Optional<WrittenDuration> validFor = offer.requiredDuration("valid_for");
            return id.isEmpty() || percent.isEmpty() || validFor.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WrittenStep.Offer(head, id.get(), percent.get(), validFor.get()));
        });
    }

    Optional<WrittenStep> send(WrittenStep.Head head) {
        Optional<YamlNode.Scalar> channel = fields.text("send");
        Optional<YamlNode.Scalar> template = fields.requiredText("template");
        List<YamlNode.Scalar> channels = new ArrayList<>();
        channel.ifPresent(channels::add);
        channels.addAll(fields.texts("fallback"));
        Optional<WrittenDuration> notLaterThan = fields.duration("not_later_than");
        List<WrittenValue> with = with(fields);
        WrittenStep.Handling handling =
                new WrittenStep.Handling(fields.text("quiet"), fields.text("priority"), fields.text("topic"));
        return channel.isEmpty() || template.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenStep.Send(head, channels, template.get(), notLaterThan, with, handling));
    }

    Optional<WrittenStep> set(WrittenStep.Head head) {
        return fields.mapping("set")
                .map(mapping -> new WrittenStep.Set(head, new AssignmentReader(flaws).read(mapping)));
    }

    Optional<WrittenStep> call(WrittenStep.Head head, WrittenStep.Branches branches) {
        return fields.mapping("call").flatMap(mapping -> {
            Fields question = Fields.of(mapping, StepLanguage.CALLED_SYSTEM, flaws);
            List<WrittenValue> with = with(question);
            Optional<WrittenDuration> timeout = question.duration("timeout");
            Optional<YamlNode.Scalar> as = question.text("as").filter(name -> isFree(name, question));
            return question.requiredText("url")
                    .map(url -> new WrittenStep.Call(head, new WrittenStep.Question(url, with, timeout, as), branches));
        });
    }

    private boolean isFree(YamlNode.Scalar name, Fields of) {
        if (!of.isName(name.text(), name.where())) {
            return false;
        }
        if (AssignmentReader.isReserved("run", name.text())) {
            String message = "'run." + name.text() + "' has a meaning of its own; choose another name";
            flaws.add(new Flaw(name.where(), Rules.BAD_ID, message));
            return false;
        }
        return true;
    }

    Optional<WrittenStep> emit(WrittenStep.Head head) {
        List<WrittenValue> with = with(fields);
        return fields.text("emit").filter(this::isEvent).map(event -> new WrittenStep.Emit(head, event, with));
    }

    /** Names that begin with a dollar sign are the product's own; calls are made by a step that checks them. */
    private boolean isEvent(YamlNode.Scalar name) {
        String message = "";
        if (name.text().startsWith("$")) {
            message = "no event of a shop is called '" + name.text() + "'; choose another name";
        } else if (name.text().equals(JOURNEY_CALLED)) {
            message = "a step calls another journey by 'begin'; write it like 'begin: birthday-present'";
        }
        if (!message.isEmpty()) {
            flaws.add(new Flaw(name.where(), Rules.BAD_ID, message));
        }
        return message.isEmpty();
    }

    Optional<WrittenStep> begin(WrittenStep.Head head) {
        List<WrittenValue> with = with(fields);
        Optional<YamlNode.Scalar> key = fields.text("key");
        return fields.text("begin").map(journey -> new WrittenStep.Begin(head, journey, key, with));
    }

    private List<WrittenValue> with(Fields from) {
        List<WrittenValue> values = new ArrayList<>();
        from.mapping("with").ifPresent(mapping -> {
            Fields each =
                    Fields.of(mapping, "'with'", List.copyOf(mapping.fields().keySet()), flaws);
            for (String name : mapping.fields().keySet()) {
                Location where = mapping.keys().get(name);
                boolean named = each.isName(name, where);
                each.text(name)
                        .filter(expression -> named)
                        .ifPresent(expression -> values.add(new WrittenValue(name, where, expression)));
            }
        });
        return values;
    }
}
