package dev.safar.standalone.chaos.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends what a process prints to its log, on behalf of one whose own files may not grow. */
final class LogPump implements Runnable {

    private final InputStream printed;
    private final Path log;

    private LogPump(InputStream printed, Path log) {
        this.printed = printed;
        this.log = log;
    }

    /** Until the process ends. */
    static void start(InputStream printed, Path log) {
        Thread thread = new Thread(new LogPump(printed, log), "chaos-log");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try (OutputStream out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            printed.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + log, e);
        }
    }
}
