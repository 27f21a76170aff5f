package dev.safar.dispatch.render;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.Template;
import liqp.TemplateParser;

/** Liquid with bounds: how large a template and its result may be, how long it may take and how often it may loop. */
final class Liquid {

    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_RENDERED = 1 << 20;
    private static final long MAX_TEMPLATE = 1 << 19;
    private static final long MAX_MILLIS = 2_000;

    /** An output, or a raw block, whose content is no output. */
    private static final Pattern OUTPUT =
            Pattern.compile("\\{%-?\\s*raw\\s*-?%}.*?\\{%-?\\s*endraw\\s*-?%}|\\{\\{(-?)(.*?)(-?)}}", Pattern.DOTALL);

    private static final TemplateParser PARSER = new TemplateParser.Builder()
            .withMaxIterations(MAX_ITERATIONS)
            .withMaxSizeRenderedString(MAX_RENDERED)
            .withMaxTemplateSizeBytes(MAX_TEMPLATE)
            .withMaxRenderTimeMillis(MAX_MILLIS)
            .withFilter(new MarkupFilter())
            .withFilter(new DigitsFilter())
            .withFilter(new JalaliFilter())
            .build();

    private final Template template;

    private Liquid(Template template) {
        this.template = template;
    }

    /** Outputs are written as they are. */
    static Liquid plain(String source) {
        return parse(source);
    }

    /** Outputs are escaped for HTML, as the last thing done to them; what is already escaped stays. */
    static Liquid html(String source) {
        return parse(OUTPUT.matcher(source).replaceAll(output -> {
            String whole = output.group();
            return Matcher.quoteReplacement(
                    whole.startsWith("{%")
                            ? whole
                            : "{{" + output.group(1) + output.group(2) + " | " + MarkupFilter.NAME + " "
                                    + output.group(3) + "}}");
        }));
    }

    String render(Map<String, Object> variables) {
        try {
            return template.render(variables);
        } catch (RuntimeException e) {
            throw new RenderException("liquid", e);
        }
    }

    private static Liquid parse(String source) {
        try {
            return new Liquid(PARSER.parse(source));
        } catch (RuntimeException e) {
            throw new RenderException("syntax", e);
        }
    }
}
