package dev.safar.benchmarks.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Results as JSON: where they come from, and each section under its name. */
public final class ResultFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private ResultFile() {}

    public static void write(Path file, Surroundings surroundings, List<Section> sections) {
        try {
            Files.writeString(file, json(surroundings, sections));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    static String json(Surroundings surroundings, List<Section> sections) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.set("surroundings", JSON.valueToTree(surroundings));
        sections.forEach(section -> root.set(section.name(), JSON.valueToTree(section.figures())));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
