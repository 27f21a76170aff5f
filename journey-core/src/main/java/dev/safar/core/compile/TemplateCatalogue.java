package dev.safar.core.compile;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Template;
import dev.safar.core.model.TemplateId;
import dev.safar.core.template.TemplateReader;
import dev.safar.core.template.TemplateReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All templates of a workspace, read and checked. */
final class TemplateCatalogue {

    private static final Pattern PATH = Pattern.compile("templates/([^/]+)/([^/]+)");
    private static final Pattern FILE = Pattern.compile("([^./]+)\\.([^./]+)\\.liquid");
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::wireName).toList();

    private final Map<String, Map<String, String>> files = new TreeMap<>();
    private final Map<String, Map<Channel, Set<String>>> variables = new TreeMap<>();
    private final Map<String, List<TemplateReading.Use>> uses = new TreeMap<>();
    private final Settings settings;
    private final Problems problems;

    private TemplateCatalogue(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    static TemplateCatalogue read(WorkspaceFiles workspace, Settings settings, Problems problems) {
        TemplateCatalogue catalogue = new TemplateCatalogue(settings, problems);
        new TreeMap<>(workspace.texts()).forEach((path, text) -> {
            Matcher matcher = PATH.matcher(path);
            if (matcher.matches() && !matcher.group(2).startsWith(".")) {
                catalogue.add(matcher.group(1), matcher.group(2), text);
            }
        });
        return catalogue;
    }

    private void add(String template, String name, String text) {
        String path = "templates/" + template + "/" + name;
        Matcher matcher = FILE.matcher(name);
        if (!matcher.matches()) {
            String message = "a template's file is named like email.en.liquid; rename it";
            problems.error(new Location(path, 1, 1), RuleNames.FILE_NAME, message);
            return;
        }
        Optional<Channel> channel = Channel.ofWireName(matcher.group(1));
        if (channel.isEmpty()) {
            String message =
                    "there is no channel '" + matcher.group(1) + "'; " + Nearest.hint(matcher.group(1), CHANNELS);
            problems.error(new Location(path, 1, 1), RuleNames.UNKNOWN_CHANNEL, message);
            return;
        }
        files.computeIfAbsent(template, absent -> new TreeMap<>()).put(name, text);
        note(template, channel.get(), TemplateReader.read(path, channel.get(), text));
    }

    private void note(String template, Channel channel, TemplateReading reading) {
        problems.errors(reading.flaws());
        Set<String> known = variables
                .computeIfAbsent(template, absent -> new EnumMap<>(Channel.class))
                .computeIfAbsent(channel, absent -> new TreeSet<>());
        uses.computeIfAbsent(template, absent -> new ArrayList<>()).addAll(reading.uses());
        for (TemplateReading.Use use : reading.uses()) {
            known.add(use.path());
            requireShopValue(use);
        }
    }

    private void requireShopValue(TemplateReading.Use use) {
        if (!use.path().startsWith("shop.")) {
            return;
        }
        String name = use.path().split("\\.", -1)[1];
        if (!settings.shop().containsKey(name)) {
            String hint = Nearest.hint(name, new TreeSet<>(settings.shop().keySet()));
            String message = "'shop' in " + SettingsReader.FILE + " has no '" + name + "'; " + hint;
            problems.againstSettings(use.where(), RuleNames.UNKNOWN_VARIABLE, message);
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    boolean has(String template, Channel channel) {
        return variables.getOrDefault(template, Map.of()).containsKey(channel);
    }

    boolean has(String template, Channel channel, String locale) {
        return files.getOrDefault(template, Map.of()).containsKey(channel.wireName() + "." + locale + ".liquid");
    }

    /** Every use of a variable in any file of a template. */
    List<TemplateReading.Use> uses(String template) {
        return uses.getOrDefault(template, List.of());
    }

    Set<String> variables(String template, Channel channel) {
        return variables.getOrDefault(template, Map.of()).getOrDefault(channel, Set.of());
    }

    Map<TemplateId, Template> templates() {
        Map<TemplateId, Template> templates =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        files.forEach((name, texts) -> {
            TemplateId id = new TemplateId(name);
            templates.put(id, new Template(id, ContentVersion.of(texts), texts, variables.get(name)));
        });
        return templates;
    }
}
