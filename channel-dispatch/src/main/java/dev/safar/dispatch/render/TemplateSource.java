package dev.safar.dispatch.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** A template file taken apart: the YAML between its dashes, and what follows. */
record TemplateSource(Map<String, String> frontMatter, String body) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FENCE = "---";

    static TemplateSource of(String file) {
        String text = file.replace("\r\n", "\n").replace("\uFEFF", "");
        int end = text.startsWith(FENCE + "\n") ? text.indexOf("\n" + FENCE, FENCE.length()) : -1;
        if (end < 0) {
            return new TemplateSource(Map.of(), text);
        }
        int body = text.indexOf('\n', end + 1 + FENCE.length());
        return new TemplateSource(
                fields(text.substring(FENCE.length(), end + 1)), body < 0 ? "" : text.substring(body + 1));
    }

    private static Map<String, String> fields(String yaml) {
        try {
            Map<String, Object> read = YAML.readValue(yaml, new TypeReference<>() {});
            Map<String, String> fields = new LinkedHashMap<>();
            if (read != null) {
                read.forEach((name, value) -> fields.put(name, String.valueOf(value)));
            }
            return fields;
        } catch (JsonProcessingException e) {
            throw new RenderException("front-matter", e);
        }
    }
}
