package dev.safar.core.compile;

import dev.safar.core.definition.WrittenAwaited;
import dev.safar.core.definition.WrittenDate;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.WrittenUntil;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.StepId;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of a journey's steps: those given by the author, else made of what the step does. So a step keeps its name when
 * others are added, removed or moved; only steps that do the very same are told apart by number.
 */
final class StepIds {

    private static final int MAX_LENGTH = 80;

    private final Map<WrittenStep, StepId> ids = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

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
            ids.ids.computeIfAbsent(step, unnamed -> new StepId(ids.free(unnamed.accept(new Deed()), taken)));
        }
        return ids;
    }

    StepId of(WrittenStep step) {
        return ids.get(step);
    }

    /** Numbers that are taken are not tried again: a file can hold a great many steps that do the same. */
    private String free(String name, Set<String> taken) {
        String candidate = name;
        while (!taken.add(candidate)) {
            candidate = name + "-" + numbers.merge(name, 2, (last, first) -> last + 1);
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
            if (wait.until() instanceof WrittenUntil.SinceStart anchor) {
                return slug("wait-until-start", anchor.length().text());
            }
            if (wait.until() instanceof WrittenUntil.Local local) {
                String day = local.day().map(DayOfWeek::name).orElse(local.weekday() ? "weekday" : "");
                return slug("wait-until", day, local.time().toString());
            }
            return slug("wait-until", distance(((WrittenUntil.Dated) wait.until()).date()));
        }

        private static String distance(WrittenDate date) {
            String words = date.sign().equals("-") ? " before " : " after ";
            return date.distance().map(length -> length.text() + words).orElse("")
                    + date.expression().text();
        }

        @Override
        public String visit(WrittenStep.WaitFor wait) {
            StringBuilder names = new StringBuilder();
            for (WrittenAwaited awaited : wait.awaited()) {
                names.append(names.isEmpty() ? "" : " or ").append(name(awaited));
            }
            return slug("wait-for", names.toString());
        }

        private static String name(WrittenAwaited awaited) {
            return awaited instanceof WrittenAwaited.OfMessage of
                    ? of.fate() + " " + of.step().text()
                    : ((WrittenAwaited.OfEvent) awaited).event().on().text();
        }

        @Override
        public String visit(WrittenStep.If branch) {
            return slug("if", branch.condition().text());
        }

        @Override
        public String visit(WrittenStep.Split split) {
            return slug(
                    "split",
                    split.arms().stream().map(WrittenStep.Arm::name).sorted().collect(Collectors.joining(" ")));
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
        public String visit(WrittenStep.Set set) {
            return slug(
                    "set",
                    set.assignments().stream()
                            .map(assignment -> assignment.owner() + " " + assignment.name())
                            .collect(Collectors.joining(" ")));
        }

        /** By what it is asked for; else by whom, without what only the other side understands. */
        @Override
        public String visit(WrittenStep.Call call) {
            String asked = call.question().url().text();
            return slug(
                    "call",
                    call.question().as().map(YamlNode.Scalar::text).orElse(asked.replaceAll("^[a-z]+://|[?#].*$", "")));
        }

        @Override
        public String visit(WrittenStep.Emit emit) {
            return slug("emit", emit.event().text());
        }

        @Override
        public String visit(WrittenStep.Begin begin) {
            return slug("begin", begin.journey().text());
        }

        @Override
        public String visit(WrittenStep.Stop stop) {
            return slug("stop", stop.reason().text());
        }
    }
}
