package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Channel;
import java.util.List;

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
        String template = send.template().text();
        List<Channel> channels = send.channels().stream()
                .flatMap(name -> Channel.ofWireName(name.text()).stream())
                .toList();
        TemplateCatalogue templates = around.templates();
        if (!templates.names().contains(template)) {
            List<String> fitting = templates.names().stream()
                    .filter(name -> channels.stream().allMatch(channel -> templates.has(name, channel)))
                    .toList();
            String message = "there is no template '" + template + "'; "
                    + Nearest.hint(template, fitting, "add templates/" + template);
            problems.error(send.template().where(), RULE, message);
            return;
        }
        channels.forEach(channel -> check(send.template(), channel, around, problems));
    }

    private static void check(
            YamlNode.Scalar template, Channel channel, JourneyDraft.Surroundings around, Problems problems) {
        String locale = around.settings().locale();
        String file = "templates/" + template.text() + "/" + channel.wireName() + "." + locale + ".liquid";
        if (!around.templates().has(template.text(), channel)) {
            String message = "the template has no text for " + channel.wireName() + "; add " + file;
            problems.error(template.where(), RULE, message);
        } else if (!around.templates().has(template.text(), channel, locale)) {
            String message = "the template has no text for " + channel.wireName() + " in '" + locale
                    + "', the workspace's locale; add " + file;
            problems.againstSettings(template.where(), RULE, message);
        }
    }
}
