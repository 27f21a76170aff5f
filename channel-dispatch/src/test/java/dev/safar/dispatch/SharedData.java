package dev.safar.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Recorded data that is not part of the repository: tests that read it are skipped where it is absent. */
public final class SharedData {

    private SharedData() {}

    public static String read(String file) {
        Path data = find();
        Path path = data.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "recorded data is not here: " + file);
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> lines(String file) {
        return read(file).strip().lines().toList();
    }

    private static Path find() {
        String set = System.getProperty("safar.shared.data");
        if (set != null) {
            return Path.of(set);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return Path.of("shared/data");
    }
}
