package dev.safar.standalone.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process, started and ended any number of times; what it prints is appended to its log. Not for several threads. */
public class ManagedProcess implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);

    private final String name;
    private final List<String> command;
    private final Path log;
    private volatile Process process;

    ManagedProcess(String name, List<String> command, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
    }

    public String name() {
        return name;
    }

    /** Where it logs. */
    public Path log() {
        return log;
    }

    /**
     * Starts it; returns at once.
     *
     * @throws ProcessFailure if it runs already, or can't be started
     */
    public void start() {
        start(command);
    }

    /** Starts it where it can make no file longer; {@link #freeDisk} gives it room. */
    public void startOnFullDisk() {
        List<String> limited = new ArrayList<>(List.of("prlimit", "--fsize=0:"));
        limited.addAll(command);
        start(limited);
    }

    private void start(List<String> words) {
        if (isAlive()) {
            throw new ProcessFailure(name + " runs already");
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process = new ProcessBuilder(words)
                    .directory(log.toAbsolutePath().getParent().toFile())
                    .redirectErrorStream(true)
                    .start();
            LogPump.start(process.getInputStream(), log);
        } catch (IOException e) {
            throw new ProcessFailure("can't start " + name + ": " + e.getMessage(), e);
        }
    }

    /** How long its log is by now. */
    public long logged() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + log, e);
        }
    }

    /** Whether its log has a text behind a place of it. */
    public boolean hasLogged(String text, long behind) {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) behind, all.length - (int) behind, StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + log, e);
        }
    }

    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** As {@code kill -9} does, and gone when this returns. */
    public void kill() {
        if (isAlive()) {
            process.toHandle().destroyForcibly();
            awaitEnd(STOP_PATIENCE);
        }
    }

    /**
     * As SIGTERM does, and gone when this returns.
     *
     * @throws ProcessFailure if it does not stop within 40 seconds; it is killed then
     */
    public void stop() {
        if (!isAlive()) {
            return;
        }
        // the handle leaves the pipe open, so that its last words are read
        process.toHandle().destroy();
        if (!awaitEnd(STOP_PATIENCE)) {
            kill();
            throw new ProcessFailure(name + " does not stop within " + STOP_PATIENCE.toSeconds() + " s");
        }
    }

    /** It stands still from here, without knowing. */
    public void pause() {
        signal("-STOP");
    }

    /** It goes on where it stood. */
    public void resume() {
        signal("-CONT");
    }

    /** From here it can make no file longer, as on a full disk. */
    public void fillDisk() {
        limitFiles("0");
    }

    /** Takes {@link #fillDisk} back. */
    public void freeDisk() {
        limitFiles("unlimited");
    }

    /** Kills it if it is there; nothing is left behind. */
    @Override
    public void close() {
        kill();
    }

    private void signal(String signal) {
        run("kill", signal, Long.toString(process.pid()));
    }

    /** The soft limit alone, so that it can be raised again without privileges. */
    private void limitFiles(String soft) {
        run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + soft + ":");
    }

    private void run(String... tool) {
        try {
            Process helper = new ProcessBuilder(tool)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!helper.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS) || helper.exitValue() != 0) {
                throw new ProcessFailure(String.join(" ", tool) + " for " + name + " fails");
            }
        } catch (IOException e) {
            throw new ProcessFailure("there is no " + tool[0] + " on this machine", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessFailure("interrupted", e);
        }
    }

    private boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }
}
