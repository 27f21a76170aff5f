package dev.safar.standalone.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one run, which nobody has used before. */
public final class RunFolder {

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** A new one below a folder, which is made if need be. */
    public static RunFolder below(Path parent) {
        try {
            return new RunFolder(Files.createTempDirectory(Files.createDirectories(parent), "run-"));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write into " + parent, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Removes it with all that is in it. */
    public void delete() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : innermostFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't remove " + path, e);
        }
    }
}
