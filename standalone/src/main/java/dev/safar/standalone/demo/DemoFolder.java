package dev.safar.standalone.demo;

import dev.safar.standalone.app.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a demo, which is emptied before every run; a folder of anything else is not touched. */
public final class DemoFolder {

    private static final String MARK = "emptied-by-safar-demo";
    private static final String LOCK = "lock";

    private DemoFolder() {}

    /**
     * Makes it, or empties it.
     *
     * @throws StartFailure if the folder holds something that no demo has left there, or is in use
     */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> content = content(folder);
            if (!content.isEmpty()) {
                requireOurs(folder);
                content.forEach(DemoFolder::delete);
            }
            Files.createFile(folder.resolve(MARK));
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure(
                    "can't empty " + folder + " (" + e.getMessage() + "); choose another with --data", e);
        }
    }

    private static void requireOurs(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(MARK))) {
            throw new StartFailure(folder + " holds something else; give the demo a folder of its own with --data");
        }
        if (Files.exists(folder.resolve(LOCK)) && isLocked(folder.resolve(LOCK))) {
            throw new StartFailure("another demo is running on " + folder + "; give this one a folder with --data");
        }
    }

    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** All that is in it, the innermost first. */
    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
