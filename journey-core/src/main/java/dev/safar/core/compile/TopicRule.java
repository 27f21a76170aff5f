package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.Set;
import java.util.TreeSet;

/** What a message is about is one of the topics that customers can say yes or no to. */
final class TopicRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        var topics =
                new TreeSet<>(journey.around().settings().policies().topics().keySet());
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send send) {
                send.handling()
                        .topic()
                        .filter(topic -> !topics.contains(topic.text()))
                        .ifPresent(topic -> report(topic, topics, problems));
            }
        }
    }

    private static void report(YamlNode.Scalar topic, Set<String> topics, Problems problems) {
        String hint = topics.isEmpty()
                ? "add 'topics: { " + topic.text() + ": opt-out }' to " + SettingsReader.FILE
                : Nearest.hint(topic.text(), topics);
        problems.error(topic.where(), "unknown-topic", "there is no topic '" + topic.text() + "'; " + hint);
    }
}
