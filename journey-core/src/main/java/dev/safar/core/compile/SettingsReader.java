package dev.safar.core.compile;

import dev.safar.core.definition.Fields;
import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.definition.WorkspaceLanguage;
import dev.safar.core.definition.WrittenDuration;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.definition.YamlReader;
import dev.safar.core.definition.YamlReading;
import dev.safar.core.model.ApplyLimits;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code workspace.yaml}; what it does not say has a default. */
final class SettingsReader {

    static final String FILE = "workspace.yaml";

    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::wireName).toList();
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** E-mail and push are open until refused; a text message costs money and nerves, so it needs a yes. */
    private static final Map<Channel, Boolean> CONSENT =
            Map.of(Channel.EMAIL, true, Channel.SMS, false, Channel.PUSH, true, Channel.INAPP, true);

    private static final Settings DEFAULTS = new Settings(
            ZoneOffset.UTC, "en", CONSENT, Duration.ofDays(2), Map.of(), Policies.NONE, ApplyLimits.NONE, Map.of());

    private final Problems problems;
    private final List<Flaw> flaws = new ArrayList<>();

    private SettingsReader(Problems problems) {
        this.problems = problems;
    }

    static Settings read(WorkspaceFiles files, Problems problems) {
        String text = files.texts().get(FILE);
        if (text == null) {
            return DEFAULTS;
        }
        YamlReading reading = YamlReader.read(FILE, text);
        if (reading instanceof YamlReading.Unreadable unreadable) {
            problems.errors(unreadable.flaws());
            return DEFAULTS;
        }
        SettingsReader reader = new SettingsReader(problems);
        Settings settings = reader.settings(((YamlReading.Read) reading).root());
        problems.errors(reader.flaws);
        return settings;
    }

    private Settings settings(YamlNode root) {
        if (!(root instanceof YamlNode.Mapping mapping)) {
            problems.error(
                    root.where(),
                    "wrong-type",
                    root.kind() + " is no workspace; write keys such as 'zone' and 'locale'");
            return DEFAULTS;
        }
        Fields fields = Fields.of(mapping, WorkspaceLanguage.WORKSPACE, flaws);
        PoliciesReader policies = new PoliciesReader(problems, flaws);
        return new Settings(
                fields.text("zone").flatMap(this::zone).orElse(DEFAULTS.zone()),
                fields.text("locale").flatMap(this::locale).orElse(DEFAULTS.locale()),
                consents(fields),
                fields.duration("max_event_age").map(WrittenDuration::length).orElse(DEFAULTS.maxEventAge()),
                senders(fields),
                policies.policies(fields),
                policies.limits(fields),
                fields.mapping("shop").map(this::data).orElse(DEFAULTS.shop()));
    }

    private Optional<ZoneId> zone(YamlNode.Scalar scalar) {
        try {
            return Optional.of(ZoneId.of(scalar.text()));
        } catch (DateTimeException e) {
            return unknown(scalar.where(), "there is no zone '" + scalar.text() + "'; write it like Asia/Tehran");
        }
    }

    private Optional<String> locale(YamlNode.Scalar scalar) {
        return LOCALE.matcher(scalar.text()).matches()
                ? Optional.of(scalar.text())
                : unknown(scalar.where(), "'" + scalar.text() + "' is not a locale; write it like fa or en-GB");
    }

    private Map<Channel, Boolean> consents(Fields fields) {
        Map<Channel, Boolean> consents = new EnumMap<>(DEFAULTS.consentByDefault());
        SettingsValues values = new SettingsValues(problems);
        perChannel(fields, "consent")
                .forEach((channel, scalar) -> values.consent(scalar).ifPresent(open -> consents.put(channel, open)));
        return consents;
    }

    private Map<Channel, String> senders(Fields fields) {
        Map<Channel, String> senders = new EnumMap<>(Channel.class);
        perChannel(fields, "senders").forEach((channel, scalar) -> senders.put(channel, scalar.text()));
        return senders;
    }

    private Map<Channel, YamlNode.Scalar> perChannel(Fields fields, String key) {
        Map<Channel, YamlNode.Scalar> values = new EnumMap<>(Channel.class);
        fields.mapping(key).ifPresent(mapping -> {
            Fields channels = Fields.of(mapping, "'" + key + "'", CHANNELS, flaws);
            for (Channel channel : Channel.values()) {
                channels.text(channel.wireName()).ifPresent(scalar -> values.put(channel, scalar));
            }
        });
        return values;
    }

    private Map<String, Object> data(YamlNode.Mapping mapping) {
        Map<String, Object> data = new LinkedHashMap<>();
        mapping.fields().forEach((key, node) -> data(node).ifPresent(value -> data.put(key, value)));
        return data;
    }

    private Optional<Object> data(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.value();
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return Optional.of(sequence.items().stream()
                    .flatMap(item -> data(item).stream())
                    .toList());
        }
        return Optional.of(Map.copyOf(data((YamlNode.Mapping) node)));
    }

    private <T> Optional<T> unknown(Location where, String message) {
        problems.error(where, RuleNames.UNKNOWN_VALUE, message);
        return Optional.empty();
    }
}
