package dev.safar.core.compile;

import dev.safar.core.definition.Construct;
import dev.safar.core.definition.Fields;
import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WorkspaceLanguage;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.ApplyLimits;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Policies;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what holds messages back, and what a change may touch. */
final class PoliciesReader {

    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> OVER = List.of("defer", "drop");

    private final Problems problems;
    private final List<Flaw> flaws;
    private final SettingsValues values;

    PoliciesReader(Problems problems, List<Flaw> flaws) {
        this.problems = problems;
        this.flaws = flaws;
        this.values = new SettingsValues(problems);
    }

    Policies policies(Fields workspace) {
        Map<String, Boolean> topics = topics(workspace);
        return new Policies(
                weekend(workspace),
                perChannel(workspace, "quiet_hours", WorkspaceLanguage.QUIET, this::quietHours),
                perChannel(workspace, "caps", WorkspaceLanguage.CAP, this::cap),
                topics,
                fields(workspace, "holdout", WorkspaceLanguage.HOLDOUT).flatMap(holdout -> holdout(holdout, topics)),
                fields(workspace, "offers", WorkspaceLanguage.OFFERS).flatMap(this::offers));
    }

    ApplyLimits limits(Fields workspace) {
        Optional<Fields> apply = fields(workspace, "apply", WorkspaceLanguage.APPLY);
        return new ApplyLimits(
                apply.flatMap(limits -> limits.text("max_customers"))
                        .flatMap(scalar -> values.whole("max_customers", scalar, 0, Integer.MAX_VALUE))
                        .map(Integer::longValue),
                apply.flatMap(limits -> limits.text("max_share"))
                        .flatMap(scalar -> values.percent("max_share", scalar)));
    }

    private Optional<Fields> fields(Fields within, String key, Construct construct) {
        return within.mapping(key).map(mapping -> Fields.of(mapping, construct, flaws));
    }

    private <T> Map<Channel, T> perChannel(
            Fields workspace, String key, Construct construct, Function<Fields, Optional<T>> read) {
        Map<Channel, T> found = new EnumMap<>(Channel.class);
        List<String> names =
                Arrays.stream(Channel.values()).map(Channel::wireName).toList();
        workspace.mapping(key).ifPresent(mapping -> {
            Fields channels = Fields.of(mapping, "'" + key + "'", names, flaws);
            for (Channel channel : Channel.values()) {
                channels.mapping(channel.wireName())
                        .flatMap(one -> read.apply(Fields.of(one, construct, flaws)))
                        .ifPresent(value -> found.put(channel, value));
            }
        });
        return found;
    }

    private Set<DayOfWeek> weekend(Fields workspace) {
        if (!workspace.has("weekend")) {
            return Policies.NONE.weekend();
        }
        List<YamlNode.Scalar> written = workspace.texts("weekend");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (YamlNode.Scalar day : written) {
            values.oneOf("day", day, DAYS).ifPresent(index -> days.add(DayOfWeek.of(index + 1)));
        }
        if (days.size() == DAYS.size()) {
            endless(written.get(0), "a week that is all weekend never begins; leave a day out");
        }
        return days;
    }

    private Optional<Policies.QuietHours> quietHours(Fields fields) {
        Optional<YamlNode.Scalar> written = fields.requiredText("to");
        Optional<LocalTime> from = fields.requiredText("from").flatMap(values::time);
        Optional<LocalTime> to = written.flatMap(values::time);
        boolean weekend = fields.text("weekend")
                .flatMap(scalar -> values.yesNo("weekend", scalar))
                .orElse(false);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            endless(
                    written.get(),
                    "quiet hours from " + to.get() + " to " + to.get() + " never end; make them shorter");
            return Optional.empty();
        }
        return Optional.of(new Policies.QuietHours(from.get(), to.get(), weekend));
    }

    private void endless(YamlNode.Scalar where, String message) {
        problems.error(where.where(), "endless-quiet", message);
    }

    private Optional<Policies.Cap> cap(Fields fields) {
        if (!fields.has("per_day") && !fields.has("per_week")) {
            problems.error(fields.where(), "missing-key", "a cap needs 'per_day' or 'per_week'; add one of them");
        }
        boolean defers = fields.text("over")
                .flatMap(scalar -> values.oneOf("over", scalar, OVER))
                .map(index -> OVER.get(index).equals("defer"))
                .orElse(true);
        return Optional.of(new Policies.Cap(most(fields, "per_day"), most(fields, "per_week"), defers));
    }

    private Optional<Integer> most(Fields fields, String key) {
        return fields.text(key).flatMap(scalar -> values.whole(key, scalar, 1, Policies.COUNTED));
    }

    private Map<String, Boolean> topics(Fields workspace) {
        Map<String, Boolean> topics = new LinkedHashMap<>();
        workspace.mapping("topics").ifPresent(mapping -> {
            Fields fields =
                    Fields.of(mapping, "'topics'", List.copyOf(mapping.fields().keySet()), flaws);
            mapping.keys().forEach((name, where) -> {
                if (!values.isName(name, where)) {
                    return;
                }
                if (Channel.ofWireName(name).isPresent()) {
                    problems.error(where, "bad-id", "'" + name + "' is a channel; give the topic another name");
                }
                fields.text(name).flatMap(values::consent).ifPresent(open -> topics.put(name, open));
            });
        });
        return topics;
    }

    private Optional<Policies.Holdout> holdout(Fields fields, Map<String, Boolean> topics) {
        Optional<Double> share = fields.requiredText("share").flatMap(scalar -> values.percent("share", scalar));
        Set<String> except = new HashSet<>();
        for (YamlNode.Scalar topic : fields.texts("except")) {
            if (!topics.containsKey(topic.text())) {
                String hint = Nearest.hint(topic.text(), new TreeSet<>(topics.keySet()));
                problems.error(topic.where(), "unknown-topic", "there is no topic '" + topic.text() + "'; " + hint);
            }
            except.add(topic.text());
        }
        return share.map(percent -> new Policies.Holdout(percent, except));
    }

    private Optional<Policies.OfferBudget> offers(Fields fields) {
        Optional<Integer> most = fields.requiredInteger("per_customer", 1, Policies.COUNTED);
        return fields.requiredDuration("within")
                .flatMap(within -> most.map(number -> new Policies.OfferBudget(number, within.length())));
    }
}
