package dev.safar.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The measuring side: a virtual machine of its own for what is measured, with the classes of this one. */
public final class Child implements AutoCloseable {

    private static final int STOP_SECONDS = 60;
    private static final int LAST_WORDS = 15;

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private Child(Spec spec, Path log, Process process) {
        this.name = spec.name();
        this.log = log;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * What to start.
     *
     * @param name of the process, and of its log
     * @param main which answers as {@link Answering} does
     */
    public record Spec(String name, Class<?> main, List<String> jvm, List<String> arguments) {
        public Spec {
            jvm = List.copyOf(jvm);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @param logs the folder that its log goes to
     * @throws IllegalStateException if it ends instead
     */
    public static Child start(Spec spec, Path logs) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(spec.jvm());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), spec.main().getName()));
        command.addAll(spec.arguments());
        Path log = logs.resolve(spec.name() + ".log");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            Child child = new Child(spec, log, process);
            child.read();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("can't start " + spec.name(), e);
        }
    }

    /** What it has used so far. */
    public Figures figures() {
        return Figures.parse(ask(Answering.FIGURES));
    }

    /** Bytes of its heap that are in use; collects garbage, and so takes its time. */
    public long liveHeap() {
        return Long.parseLong(ask(Answering.LIVE_HEAP));
    }

    /**
     * Its answer to a question.
     *
     * @throws IllegalStateException if it has ended
     */
    public String ask(String question) {
        try {
            write(question);
            return read();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Lets it end in order; by force if that takes longer than a minute. */
    @Override
    public void close() {
        try {
            write(Answering.STOP);
        } catch (IOException e) {
            process.destroy(); // it has no ear any more, so it is gone or about to be
        }
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void write(String line) throws IOException {
        questions.write(line);
        questions.newLine();
        questions.flush();
    }

    private String read() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(Answering.PREFIX)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw gone(null);
        }
        return line.substring(Answering.PREFIX.length());
    }

    private IllegalStateException gone(IOException cause) {
        return new IllegalStateException(name + " has ended:\n" + lastWords(), cause);
    }

    /** The end of its log. */
    public String lastWords() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LAST_WORDS), all.size()));
        } catch (IOException e) {
            return "without a word";
        }
    }
}
