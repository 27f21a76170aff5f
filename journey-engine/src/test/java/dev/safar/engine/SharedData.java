package dev.safar.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recorded data that may be read but not kept in this repository; tests that need it are skipped without it. */
public final class SharedData {

    private SharedData() {}

    /** A file below {@code shared/data} beside the repository, or below the system property {@code safar.shared.data}. */
    public static Path file(String name) {
        Path file = root().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "recorded data is not here: " + file);
        return file;
    }

    private static Path root() {
        String given = System.getProperty("safar.shared.data");
        if (given != null) {
            return Path.of(given);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("shared/data") : folder.resolve("shared/data");
    }
}
