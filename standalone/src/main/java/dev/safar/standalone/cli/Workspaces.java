package dev.safar.standalone.cli;

import dev.safar.core.definition.WorkspaceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads workspaces from disk: every YAML and Liquid file in the folder and below it, except in hidden folders. */
public final class Workspaces {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".liquid");

    /** Several times the bytes that the longest readable file can have. */
    private static final int LIMIT = 8 << 20;

    private Workspaces() {}

    /**
     * Reads all files of a workspace.
     *
     * @throws NotAWorkspace if there is no such folder, or it can't be read
     */
    public static WorkspaceFiles read(Path directory) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(requireDirectory(directory))) {
            paths.filter(path -> isOurs(directory.relativize(path)))
                    .filter(Files::isRegularFile)
                    .forEach(path -> texts.put(name(directory, path), text(path)));
        } catch (UncheckedIOException e) {
            throw unreadable(directory, e.getCause());
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
        if (texts.isEmpty()) {
            throw new NotAWorkspace(directory + " holds no journeys: a workspace is a folder with workspace.yaml,"
                    + " a YAML file for each journey and templates/");
        }
        return new WorkspaceFiles(texts);
    }

    /** The folder is not there, is none, or can't be read; the message says which. */
    public static final class NotAWorkspace extends RuntimeException {
        NotAWorkspace(String message) {
            super(message);
        }
    }

    private static Path requireDirectory(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        return directory;
    }

    private static boolean isOurs(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return ENDINGS.stream().anyMatch(relative.toString()::endsWith);
    }

    private static String name(Path directory, Path path) {
        return directory.relativize(path).toString().replace('\\', '/');
    }

    /** Bytes that are no UTF-8 are replaced, and what is too long for any file is cut: both are problems of that file. */
    private static String text(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NotAWorkspace unreadable(Path directory, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new NotAWorkspace("there is no folder " + directory);
        }
        if (cause instanceof NotDirectoryException) {
            return new NotAWorkspace(directory + " is not a folder");
        }
        return new NotAWorkspace("can't read " + directory + ": " + cause.getMessage());
    }
}
