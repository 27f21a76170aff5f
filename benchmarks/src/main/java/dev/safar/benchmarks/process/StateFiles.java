package dev.safar.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/** The files of a folder that a program works in. */
public final class StateFiles {

    private StateFiles() {}

    private static final class Sizes extends SimpleFileVisitor<Path> {
        private long sum;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    /** How large they are; those that go meanwhile count nothing. */
    public static long bytes(Path folder) {
        var sizes = new Sizes();
        try {
            Files.walkFileTree(folder, sizes);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + folder, e);
        }
        return sizes.sum;
    }

    /** Takes them away, and the folder. */
    public static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + folder, e);
        }
    }
}
