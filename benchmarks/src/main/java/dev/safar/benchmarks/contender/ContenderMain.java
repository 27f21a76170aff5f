package dev.safar.benchmarks.contender;

import dev.safar.benchmarks.process.Answering;
import dev.safar.benchmarks.process.WarningsOnly;
import java.io.IOException;
import java.nio.file.Path;

/** A contender in a process of its own. */
public final class ContenderMain {

    private ContenderMain() {}

    /**
     * Consumes until it is told to stop.
     *
     * @param arguments which one, the brokers, the folder of its state
     */
    public static void main(String... arguments) throws IOException {
        WarningsOnly.log();
        Contenders contender = Contenders.valueOf(arguments[0]);
        try (Contender running = contender.start(arguments[1], Path.of(arguments[2]))) {
            Answering.serve(question -> running.getClass().getSimpleName());
        }
        System.exit(0);
    }
}
