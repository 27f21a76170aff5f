package dev.safar.benchmarks.process;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs as in production, where nobody traces: until Quarkus starts, its log manager takes everything and keeps it in memory. */
public final class WarningsOnly {

    private WarningsOnly() {}

    /** From now on, to standard error. First of all in a main. */
    public static void log() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ConsoleHandler());
        root.setLevel(Level.WARNING);
    }
}
