package dev.safar.core.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the YAML that the journey language needs: one document of mappings, lists and scalars. Anchors, aliases and tags are
 * refused, so that what is written is what there is; so is whatever could take long or grow large.
 */
public final class YamlReader {

    /** The rule broken by a file that is no YAML, or YAML that is not read here. */
    public static final String SYNTAX = "yaml-syntax";

    /** The rule broken by a key that is there twice. */
    public static final String DUPLICATE_KEY = "duplicate-key";

    private static final int MAX_DEPTH = 50;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String file;
    private final String text;
    private final CodePoints codePoints;
    private final YAMLParser parser;
    private final List<Flaw> flaws = new ArrayList<>();

    private YamlReader(YamlText source, YAMLParser parser) {
        this.file = source.file();
        this.text = source.text();
        this.codePoints = new CodePoints(text);
        this.parser = parser;
    }

    /** Never throws because of what a text says. */
    public static YamlReading read(String file, String text) {
        YamlText source = YamlText.of(file, text);
        Optional<Flaw> unfit = source.flaw();
        if (unfit.isPresent()) {
            return new YamlReading.Unreadable(List.of(unfit.get()));
        }
        try (YAMLParser parser = FACTORY.createParser(source.text())) {
            return new YamlReader(source, parser).read();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
        }
    }

    private YamlReading read() throws IOException {
        try {
            YamlNode root = document();
            return flaws.isEmpty() ? new YamlReading.Read(root) : new YamlReading.Unreadable(flaws);
        } catch (Refused refused) {
            flaws.add(refused.flaw);
        } catch (JsonProcessingException e) {
            flaws.add(syntaxFlaw(e));
        }
        return new YamlReading.Unreadable(flaws);
    }

    private YamlNode document() throws IOException {
        if (parser.nextToken() == null) {
            throw new Refused(new Location(file, 1, 1), "the file is empty; write something or remove it");
        }
        YamlNode root = node(1);
        if (parser.nextToken() != null) {
            throw new Refused(here(), "a second document begins here; keep one document a file");
        }
        return root;
    }

    private YamlNode node(int depth) throws IOException {
        Location where = here();
        if (depth > MAX_DEPTH) {
            throw new Refused(where, "nested more than " + MAX_DEPTH + " deep; make it flatter");
        }
        refuseReferences(where);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(where, depth);
        }
        return token == JsonToken.START_ARRAY ? sequence(where, depth) : scalar(where);
    }

    private void refuseReferences(Location where) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw new Refused(where, "anchors and aliases are not read here; write it out");
        }
        if (parser.getTypeId() != null) {
            throw new Refused(where, "tags such as '!" + parser.getTypeId() + "' are not read here; remove it");
        }
    }

    private YamlNode mapping(Location where, int depth) throws IOException {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Location keyAt = here();
            refuseReferences(keyAt);
            String key = parser.currentName();
            parser.nextToken();
            YamlNode value = node(depth + 1);
            Location first = keys.putIfAbsent(key, keyAt);
            if (first == null) {
                fields.put(key, value);
            } else {
                String message = "'" + key + "' is already in line " + first.line() + "; keep one of them";
                flaws.add(new Flaw(keyAt, DUPLICATE_KEY, message));
            }
        }
        return new YamlNode.Mapping(fields, keys, where);
    }

    private YamlNode sequence(Location where, int depth) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new YamlNode.Sequence(items, where);
    }

    private YamlNode scalar(Location where) throws IOException {
        int from = codePoints.offset(parser.currentTokenLocation().getCharOffset());
        int to = codePoints.offset(parser.currentLocation().getCharOffset());
        String written = text.substring(from, Math.max(from, to));
        boolean absent = parser.currentToken() == JsonToken.VALUE_NULL;
        return new YamlNode.Scalar(absent ? written : parser.getText(), written, where);
    }

    private Location here() {
        JsonLocation location = parser.currentTokenLocation();
        return location(location.getLineNr(), location.getCharOffset(), location.getColumnNr());
    }

    private Location location(int line, long index, int column) {
        int offset = codePoints.offset(index);
        int lineStart = codePoints.offset(index - (column - 1));
        return new Location(file, line, offset - lineStart + 1);
    }

    private Flaw syntaxFlaw(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            Location where = location(mark.getLine() + 1, mark.getIndex(), mark.getColumn() + 1);
            return new Flaw(where, SYNTAX, describe(marked.getProblem()));
        }
        JsonLocation at = e.getLocation();
        Location where = at == null || at.getLineNr() < 1
                ? new Location(file, 1, 1)
                : location(at.getLineNr(), at.getCharOffset(), Math.max(1, at.getColumnNr()));
        return new Flaw(where, SYNTAX, describe(e.getOriginalMessage()));
    }

    private static String describe(String problem) {
        if (problem.startsWith("Expected a field name")) {
            return "a key must be a text; quote it";
        }
        String line = problem.lines().findFirst().orElse("");
        String hint =
                line.contains("TAB") ? "indent with spaces, not with tabs" : "check quotes, brackets and indentation";
        return "this is not YAML: " + line + "; " + hint;
    }

    /** Ends the reading of a file at a place; never leaves this class. */
    private static final class Refused extends RuntimeException {

        private final transient Flaw flaw;

        Refused(Location where, String message) {
            super(message, null, false, false);
            this.flaw = new Flaw(where, SYNTAX, message);
        }
    }
}
