package dev.safar.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Recorded data that can't be part of this repository; a test that needs it is skipped where it is absent. */
public final class SharedData {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SharedData() {}

    /** The lines of a file of JSON lines. */
    public static List<JsonNode> lines(String file) {
        Path path = directory().resolve(file);
        Assumptions.assumeTrue(
                Files.exists(path), () -> "recorded data is absent: " + file + " (system property safar.shared.data)");
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> !line.isBlank()).map(SharedData::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Next to the repository, unless told otherwise. */
    private static Path directory() {
        String told = System.getProperty("safar.shared.data");
        if (told != null) {
            return Path.of(told);
        }
        Path relative = Path.of("shared", "data");
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.isDirectory(at.resolve(relative))) {
            at = at.getParent();
        }
        return at.resolve(relative);
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
