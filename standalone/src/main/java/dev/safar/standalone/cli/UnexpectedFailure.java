package dev.safar.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What no command foresees: a line for whoever runs it, and the whole story for the log, where there is one. */
record UnexpectedFailure(Exception cause) {

    /** One line. */
    String line() {
        String message = cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().lines().findFirst().orElse("");
        return "an unexpected failure, " + cause.getClass().getSimpleName() + message;
    }

    /** Whether it could be written there. */
    boolean appendTo(Path log) {
        try (PrintWriter writer =
                new PrintWriter(Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            cause.printStackTrace(writer);
            return !writer.checkError();
        } catch (IOException e) {
            return false;
        }
    }
}
