package dev.safar.benchmarks.pressure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An engine in a process of its own with a small heap, which is asked over its input and output. */
final class EngineProcess implements AutoCloseable {

    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseG1GC");

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;

    /**
     * What it says of itself.
     *
     * @param waiting runs under way
     * @param fired runs that have ended
     * @param heap bytes in use
     * @param resident the most that it ever had in memory
     * @param disk bytes of its stores
     */
    record Status(long waiting, long fired, long heap, long resident, long disk) {}

    private EngineProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Returns when it is ready. */
    static EngineProcess start(String bootstrapServers, Path state) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                EngineMain.class.getName(),
                bootstrapServers,
                state.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        EngineProcess engine = new EngineProcess(process);
        engine.answer();
        return engine;
    }

    Status status() {
        questions.println(EngineMain.STATUS);
        String[] numbers = answer().split(" ", -1);
        return new Status(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]),
                Long.parseLong(numbers[4]));
    }

    /** From now on its clock says that an hour has passed, and goes. */
    void letAnHourPass() {
        questions.println(EngineMain.HOUR);
        answer();
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What it says that is meant for here: everything else is its log. */
    private String answer() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(EngineMain.ANSWER)) {
                    return line.substring(EngineMain.ANSWER.length());
                }
            }
            throw new IllegalStateException("the engine has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
