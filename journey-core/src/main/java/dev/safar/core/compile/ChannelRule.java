package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Channel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Messages go through channels that exist, each tried once. */
final class ChannelRule implements JourneyRule {

    private static final List<String> KNOWN =
            Arrays.stream(Channel.values()).map(Channel::wireName).toList();

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send send) {
                check(send, problems);
            }
        }
    }

    private static void check(WrittenStep.Send send, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (YamlNode.Scalar channel : send.channels()) {
            String name = channel.text();
            if (!KNOWN.contains(name)) {
                String message = "there is no channel '" + name + "'; " + Nearest.hint(name, KNOWN);
                problems.error(channel.where(), RuleNames.UNKNOWN_CHANNEL, message);
            } else if (!seen.add(name)) {
                String message = "'" + name + "' is already tried before; remove it";
                problems.error(channel.where(), "repeated-channel", message);
            }
        }
    }
}
