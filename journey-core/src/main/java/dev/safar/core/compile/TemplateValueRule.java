package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.WrittenValue;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Channel;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template is given what it reads: by the step that sends it, or by a step that sets it for the run. */
final class TemplateValueRule implements JourneyRule {

    private static final String WITH = "with.";
    private static final String RUN = "run.";

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        if (!journey.whole()) {
            return;
        }
        Set<String> ofRun = RunValueRule.known(journey.written());
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send send) {
                Set<String> read = read(send, journey.around().templates());
                Set<String> given = send.with().stream().map(WrittenValue::name).collect(Collectors.toSet());
                below(WITH, read)
                        .filter(name -> !given.contains(name))
                        .forEach(name ->
                                report(send, WITH + name, "is not given; add 'with: { " + name + ": … }'", problems));
                below(RUN, read)
                        .filter(name -> !ofRun.contains(name))
                        .forEach(name ->
                                report(send, RUN + name, "no step of this journey sets; add one with 'set'", problems));
            }
        }
    }

    private static void report(WrittenStep.Send send, String variable, String complaint, Problems problems) {
        String message = "the template '" + send.template().text() + "' reads '" + variable + "', which " + complaint;
        problems.error(send.template().where(), RuleNames.UNKNOWN_VARIABLE, message);
    }

    private static Stream<String> below(String root, Set<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(root))
                .map(path -> path.substring(root.length()).split("\\.", -1)[0])
                .distinct();
    }

    private static Set<String> read(WrittenStep.Send send, TemplateCatalogue templates) {
        return send.channels().stream()
                .map(YamlNode.Scalar::text)
                .flatMap(name -> Channel.ofWireName(name).stream())
                .flatMap(channel -> templates.variables(send.template().text(), channel).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
