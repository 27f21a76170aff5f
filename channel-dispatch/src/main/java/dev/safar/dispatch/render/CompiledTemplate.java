package dev.safar.dispatch.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** One version of a template. Its files are parsed when first used. */
public final class CompiledTemplate {

    /** Stands for the template of what has none. */
    public static final CompiledTemplate NONE = new CompiledTemplate("", Map.of());

    private static final String EXTENSION = ".liquid";

    private final String id;
    private final Map<String, String> files;
    private final Map<String, LocalizedTemplate> parsed = new ConcurrentHashMap<>();

    /** @param files path to text; a file is {@code <channel>.<locale>.liquid}, in whatever folder */
    CompiledTemplate(String id, Map<String, String> files) {
        this.id = id;
        this.files = new TreeMap<>();
        files.forEach((path, text) -> this.files.put(path.substring(path.lastIndexOf('/') + 1), text));
    }

    /**
     * The file for a channel in the best of the locales it has.
     *
     * @throws RenderException if there is none for the channel, or it can't be parsed
     */
    LocalizedTemplate in(String channel, List<String> wanted) {
        Map<String, String> byLocale = new LinkedHashMap<>();
        for (String file : files.keySet()) {
            if (file.startsWith(channel + ".") && file.endsWith(EXTENSION)) {
                int end = file.length() - EXTENSION.length();
                int start = Math.min(channel.length() + 1, end);
                byLocale.put(file.substring(start, end), file);
            }
        }
        String locale = Locales.best(wanted, byLocale.keySet())
                .orElseThrow(() -> new RenderException("no " + channel + " template in " + id));
        return parsed.computeIfAbsent(
                byLocale.get(locale), file -> LocalizedTemplate.parse(locale, TemplateSource.of(files.get(file))));
    }
}
