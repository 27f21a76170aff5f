package dev.safar.core.definition.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.safar.core.definition.Construct;
import dev.safar.core.definition.Language;
import dev.safar.core.definition.ScenarioLanguage;
import dev.safar.core.definition.WorkspaceLanguage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON Schemas by which editors complete and explain each kind of file, made from the language's own tables. */
public enum Schema {
    JOURNEY,
    WORKSPACE,
    SEGMENT,
    SCENARIO;

    /** As it is called on the command line, and its file without the ending. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The schema, in draft 2020-12. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            write(new SchemaOfFile(construct()).tree(), json);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
        }
        return text + "\n";
    }

    private Construct construct() {
        return switch (this) {
            case JOURNEY -> Language.JOURNEY;
            case WORKSPACE -> WorkspaceLanguage.WORKSPACE;
            case SEGMENT -> Language.SEGMENT;
            case SCENARIO -> ScenarioLanguage.FILE;
        };
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
