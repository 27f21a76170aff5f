package dev.safar.benchmarks.jmh;

import dev.safar.benchmarks.process.WarningsOnly;
import java.io.IOException;

/** The program behind {@code safar bench jmh}: JMH's own, over the benchmarks here. */
public final class JmhMain {

    private JmhMain() {}

    /** Takes JMH's arguments. */
    public static void main(String... arguments) throws IOException {
        WarningsOnly.log();
        org.openjdk.jmh.Main.main(arguments);
    }
}
