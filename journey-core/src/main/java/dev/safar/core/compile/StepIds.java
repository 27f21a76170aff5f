package dev.safar.core.compile;

import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.StepId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of a journey's steps: those given by the author, else made of what the step does. So a step keeps its name when
 * others are added, removed or moved; only steps that do the very same are told apart by number.
 */
final class StepIds {

    private static final int MAX_LENGTH = 80;

    private final Map<WrittenStep, StepId> ids = new HashMap<>();

    private StepIds() {}

    static StepIds of(WrittenJourney journey) {
        StepIds ids = new StepIds();
        Set<String> taken = new HashSet<>();
        for (WrittenStep step : journey.allSteps()) {
            step.head().id().ifPresent(id -> {
                ids.ids.put(step, new StepId(id.text()));
                taken.add(id.text());
            });
        }
        for (WrittenStep step : journey.allSteps()) {
            ids.ids.computeIfAbsent(step, unnamed -> new StepId(free(unnamed.accept(new Deed()), taken)));
        }
        return ids;
    }

    StepId of(WrittenStep step) {
        return ids.get(step);
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + "-" + i;
        }
        return candidate;
    }

    /** Letters and digits in lower case, hyphens between them. */
    private static String slug(String... parts) {
        StringBuilder slug = new StringBuilder();
        for (String part : parts) {
            part.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
                if (Character.isLetterOrDigit(c)) {
                    slug.appendCodePoint(c);
                } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                    slug.append('-');
                }
            });
            slug.append('-');
        }
        return trim(slug.substring(0, Math.min(slug.length(), MAX_LENGTH)));
    }

    private static String trim(String slug) {
        return slug.replaceAll("-{2,}", "-").replaceAll("-+$", "");
    }

    /** What a step does, as a name. */
    private static final class Deed implements WrittenStep.Visitor<String> {

        @Override
        public String visit(WrittenStep.Wait wait) {
            return slug("wait", wait.length().text());
        }

        @Override
        public String visit(WrittenStep.WaitUntil wait) {
            return slug("wait-until-start", wait.sinceStart().text());
        }

        @Override
        public String visit(WrittenStep.WaitForEvent wait) {
            return slug("wait-for", wait.event().on().text());
        }

        @Override
        public String visit(WrittenStep.WaitForOpened wait) {
            return slug("wait-for-opened", wait.message().text());
        }

        @Override
        public String visit(WrittenStep.If branch) {
            return slug("if", branch.condition().text());
        }

        @Override
        public String visit(WrittenStep.Offer offer) {
            return slug("offer", offer.offer().text());
        }

        @Override
        public String visit(WrittenStep.Send send) {
            YamlNode.Scalar channel = send.channels().get(0);
            return slug("send", channel.text(), send.template().text());
        }

        @Override
        public String visit(WrittenStep.Stop stop) {
            return slug("stop", stop.reason().text());
        }
    }
}
