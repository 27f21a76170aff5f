package dev.safar.core.template;

import dev.safar.core.definition.FileText;
import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.definition.YamlReader;
import dev.safar.core.definition.YamlReading;
import dev.safar.core.model.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a template file: YAML front matter between two lines of {@code ---}, then Liquid; Liquid in the front matter too. */
public final class TemplateReader {

    /** The rule broken by front matter that can't be read or has the wrong keys. */
    public static final String FRONT_MATTER = "bad-front-matter";

    /** In UTF-16 units. Mail programs cut a message at about this size, and reading Liquid gets slow far above it. */
    static final int LIMIT = 100_000;

    private static final String FENCE = "---\n";

    /** What a channel shows apart from the text itself. */
    private static final Map<Channel, List<String>> KEYS = Map.of(
            Channel.EMAIL, List.of("subject", "preheader"),
            Channel.SMS, List.of(),
            Channel.PUSH, List.of("title", "link"),
            Channel.INAPP, List.of("title", "link", "display"));

    /** What a channel can't do without. */
    private static final Map<Channel, List<String>> NEEDED = Map.of(
            Channel.EMAIL, List.of("subject"),
            Channel.SMS, List.of(),
            Channel.PUSH, List.of("title"),
            Channel.INAPP, List.of());

    private final String file;
    private final Channel channel;
    private final List<TemplateReading.Use> uses = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private TemplateReader(String file, Channel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Never throws because of what a text says. */
    public static TemplateReading read(String file, Channel channel, String raw) {
        TemplateReader reader = new TemplateReader(file, channel);
        if (raw.length() > LIMIT) {
            String message = "the template is longer than " + LIMIT + " characters; shorten it";
            return new TemplateReading(List.of(), List.of(new Flaw(reader.start(), LiquidText.SYNTAX, message)));
        }
        Optional<Flaw> damage = FileText.damage(file, raw);
        if (damage.isPresent()) {
            return new TemplateReading(List.of(), List.of(damage.get()));
        }
        String marked = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        reader.split(marked.replace("\r\n", "\n").replace('\r', '\n'));
        return new TemplateReading(reader.uses, reader.flaws);
    }

    private void split(String text) {
        if (!text.startsWith(FENCE)) {
            requireKeys(Map.of());
            liquid(text, LiquidText.Origin.of(text, start()));
            return;
        }
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (end < 0) {
            flaws.add(new Flaw(start(), FRONT_MATTER, "the front matter does not end; close it with a line of '---'"));
            return;
        }
        int body = end + 1 + FENCE.length();
        // an empty first line stands for the fence, so that line numbers are those of the file
        frontMatter("\n" + text.substring(FENCE.length(), end + 1));
        int lines = (int) text.substring(0, body).chars().filter(c -> c == '\n').count();
        String rest = text.substring(body);
        liquid(rest, LiquidText.Origin.of(rest, new Location(file, lines + 1, 1)));
    }

    private void frontMatter(String yaml) {
        if (yaml.isBlank()) {
            requireKeys(Map.of());
            return;
        }
        YamlReading reading = YamlReader.read(file, yaml);
        if (reading instanceof YamlReading.Unreadable unreadable) {
            unreadable.flaws().forEach(flaw -> flaws.add(new Flaw(flaw.where(), FRONT_MATTER, flaw.message())));
        } else if (((YamlReading.Read) reading).root() instanceof YamlNode.Mapping mapping) {
            values(mapping);
        } else {
            flaws.add(new Flaw(start(), FRONT_MATTER, "the front matter has no keys; write them like 'subject: …'"));
        }
    }

    private void values(YamlNode.Mapping mapping) {
        List<String> known = KEYS.get(channel);
        mapping.fields().forEach((key, value) -> {
            if (!known.contains(key)) {
                String message = "a template for " + channel.wireName() + " has no '" + key + "'; "
                        + (known.isEmpty() ? "remove it" : "known are " + String.join(", ", known));
                flaws.add(new Flaw(mapping.keys().get(key), FRONT_MATTER, message));
            } else if (value instanceof YamlNode.Scalar scalar) {
                liquid(scalar.text(), scalar::at);
            } else {
                flaws.add(new Flaw(
                        value.where(),
                        FRONT_MATTER,
                        "'" + key + "' must be a text, not " + value.kind() + "; write one value"));
            }
        });
        requireKeys(mapping.fields());
    }

    private void requireKeys(Map<String, YamlNode> fields) {
        for (String key : NEEDED.get(channel)) {
            if (!fields.containsKey(key)) {
                String message =
                        "a template for " + channel.wireName() + " needs '" + key + "' in its front matter; add it";
                flaws.add(new Flaw(start(), FRONT_MATTER, message));
            }
        }
    }

    private void liquid(String text, LiquidText.Origin origin) {
        TemplateReading reading = new LiquidText(text, origin).read();
        uses.addAll(reading.uses());
        flaws.addAll(reading.flaws());
    }

    private Location start() {
        return new Location(file, 1, 1);
    }
}
