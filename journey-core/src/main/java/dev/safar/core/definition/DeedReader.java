package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the steps that do something at once and go on. */
final class DeedReader {

    private final Fields fields;
    private final List<Flaw> flaws;

    DeedReader(Fields fields, List<Flaw> flaws) {
        this.fields = fields;
        this.flaws = flaws;
    }

    Optional<WrittenStep> offer(WrittenStep.Head head) {
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
