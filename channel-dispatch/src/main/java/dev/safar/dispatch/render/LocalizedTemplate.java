package dev.safar.dispatch.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file of a template, ready to render as text or as HTML. */
final class LocalizedTemplate {

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z!/]");

    private final String locale;
    private final Map<String, Liquid> fields;
    private final Liquid text;
    private final Optional<Liquid> html;

    private LocalizedTemplate(String locale, Map<String, Liquid> fields, Liquid text, Optional<Liquid> html) {
        this.locale = locale;
        this.fields = fields;
        this.text = text;
        this.html = html;
    }

    static LocalizedTemplate parse(String locale, TemplateSource source) {
        Map<String, Liquid> fields = new LinkedHashMap<>();
        source.frontMatter().forEach((name, value) -> fields.put(name, Liquid.plain(value)));
        boolean markup = MARKUP.matcher(source.body()).find();
        return new LocalizedTemplate(
                locale,
                fields,
                Liquid.plain(source.body()),
                markup ? Optional.of(Liquid.html(source.body())) : Optional.empty());
    }

    String locale() {
        return locale;
    }

    /** A line of the front matter, rendered, on one line; empty if it is not there. */
    String field(String name, Map<String, Object> variables) {
        Liquid field = fields.get(name);
        return field == null ? "" : oneLine(field.render(variables));
    }

    /** The body as it is written: for channels that know no markup. */
    String text(Map<String, Object> variables) {
        return text.render(variables).strip();
    }

    /** The body with its outputs escaped; empty if it is plain text. */
    Optional<String> html(Map<String, Object> variables) {
        return html.map(body -> body.render(variables).strip());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
