package dev.safar.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The measured side: a process that answers questions, a line each, until it is told to stop or its parent is gone. */
public final class Answering {

    /** Tells answers from whatever else a virtual machine prints. */
    static final String PREFIX = "answer: ";

    static final String READY = "ready";
    static final String FIGURES = "figures";
    static final String LIVE_HEAP = "live-heap";
    static final String STOP = "stop";

    private Answering() {}

    /** Answers what every process is asked itself, and leaves the rest to {@code others}. */
    public static void serve(UnaryOperator<String> others) throws IOException {
        answer(READY);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String question = questions.readLine();
        while (question != null && !question.equals(STOP)) {
            answer(
                    switch (question) {
                        case FIGURES -> Figures.ofThisProcess().toLine();
                        case LIVE_HEAP -> Long.toString(Figures.liveHeapOfThisProcess());
                        default -> others.apply(question);
                    });
            question = questions.readLine();
        }
    }

    private static void answer(String line) {
        System.out.println(PREFIX + line);
    }
}
