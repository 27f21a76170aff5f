package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.regex.Pattern;

/** Another system is called at an address on the web. */
final class UrlRule implements JourneyRule {

    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#@]+(?:[/?#]\\S*)?");

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Call call) {
                YamlNode.Scalar url = call.question().url();
                if (!URL.matcher(url.text()).matches()) {
                    String message = "'" + url.text() + "' is no address; write it like https://shop.example/points";
                    problems.error(url.where(), "bad-url", message);
                }
            }
        }
    }
}
