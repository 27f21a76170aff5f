package dev.safar.core.definition.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code -Dschemas.update} writes the schemas anew. */
class SchemaTest {

    private static final Path CHECKED_IN = Path.of("..", "docs", "schema");
    private static final Path DEFINITIONS = Path.of("src", "test", "resources", "definitions");
    private static final Map<Schema, JsonSchema> SCHEMAS = new EnumMap<>(Schema.class);

    @ParameterizedTest
    @EnumSource
    void theOneCheckedInIsTheOneGenerated(Schema schema) throws IOException {
        Path file = CHECKED_IN.resolve(schema.wireName() + ".json");
        if (System.getProperty("schemas.update") != null) {
            Files.createDirectories(CHECKED_IN);
            Files.writeString(file, schema.json());
        }

        assertThat(file).content().isEqualTo(schema.json());
    }

    @ParameterizedTest
    @EnumSource
    void isASchemaItself(Schema schema) throws IOException {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(new ObjectMapper().readTree(schema.json()))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptsWhatTheLanguageAccepts(Path file) throws IOException {
        assertThat(problems(file)).isEmpty();
    }

    static Stream<Path> acceptsWhatTheLanguageAccepts() {
        return Stream.of(Path.of("..", "journeys"), DEFINITIONS.resolve("valid"))
                .flatMap(folder -> files(folder).stream());
    }

    @Test
    void refusesEveryUnknownKey() throws IOException {
        List<String> lines = Files.readAllLines(DEFINITIONS.resolve("invalid").resolve("unknown-keys.yaml"));

        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("unknown-key ") || lines.get(i).endsWith("unknown-key")) {
                assertThat(schema(Schema.JOURNEY).validate(parse(alone(lines, i))))
                        .as("line %d: %s", i + 1, lines.get(i))
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void refusesOtherMistakesToo(String step) throws IOException {
        String journey = "journey: x\nstart: { on: A }\nsteps:\n  - " + step + "\n";

        assertThat(schema(Schema.JOURNEY).validate(parse(journey))).isNotEmpty();
    }

    static Stream<String> refusesOtherMistakesToo() {
        return Stream.of(
                "{ wiat: 1h }",
                "{ wait: 24 }",
                "{ wait: soon }",
                "{ send: fax, template: hello }",
                "{ send: email }",
                "{ offer: { id: five, percent: lots, valid_for: 3d } }",
                "{ wait_for: { opend: hello } }");
    }

    /** The file with no other unknown key than that of one line. */
    private static String alone(List<String> lines, int kept) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean mistaken = lines.get(i).contains("# expect");
            if (i == kept || !mistaken) {
                text.append(lines.get(i)).append('\n');
            } else if (lines.get(i).startsWith("start")) {
                text.append("start: { on: Product Added }\n");
            }
        }
        return text.toString();
    }

    private static Set<ValidationMessage> problems(Path file) throws IOException {
        JsonNode content = parse(Files.readString(file));
        return schema(schemaOf(file, content)).validate(content);
    }

    private static Schema schemaOf(Path file, JsonNode content) {
        if (file.endsWith("workspace.yaml")) {
            return Schema.WORKSPACE;
        }
        if (content.has("scenarios")) {
            return Schema.SCENARIO;
        }
        return content.has("segment") ? Schema.SEGMENT : Schema.JOURNEY;
    }

    private static JsonSchema schema(Schema schema) {
        return SCHEMAS.computeIfAbsent(schema, absent -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema.json()));
    }

    private static JsonNode parse(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
