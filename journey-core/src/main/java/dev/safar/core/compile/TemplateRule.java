package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Channel;

/** A message has a template, in each channel it may take, at least in the workspace's own locale. */
final class TemplateRule implements JourneyRule {

    private static final String RULE = "unknown-template";

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send send) {
                check(send, journey.around(), problems);
            }
        }
    }

    private static void check(WrittenStep.Send send, JourneyDraft.Surroundings around, Problems problems) {
        YamlNode.Scalar template = send.template();
        if (!around.templates().names().contains(template.text())) {
            String hint = Nearest.hint(template.text(), around.templates().names());
            problems.error(template.where(), RULE, "there is no template '" + template.text() + "'; " + hint);
            return;
        }
        String locale = around.settings().locale();
        for (YamlNode.Scalar name : send.channels()) {
            Channel.ofWireName(name.text())
                    .filter(channel -> !around.templates().has(template.text(), channel, locale))
                    .ifPresent(channel -> {
                        String file =
                                "templates/" + template.text() + "/" + channel.wireName() + "." + locale + ".liquid";
                        String message = "the template has no text for " + channel.wireName() + "; add " + file;
                        problems.error(template.where(), RULE, message);
                    });
        }
    }
}
