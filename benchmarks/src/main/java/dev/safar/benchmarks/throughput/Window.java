package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.load.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a load that counts: from where all customers are known and two fifths of the events have warmed everything up, until
 * shortly before the end, where the log may run dry.
 */
final class Window {

    private static final double WARM_UP = 0.4;
    private static final double END = 0.98;

    private final long from;
    private final long until;
    private final List<Sample> samples = new ArrayList<>();

    /** @param before how many records stand before the load */
    Window(Load load, long before) {
        long introduced = before + load.introductions();
        this.from = introduced + Math.round(load.events() * WARM_UP);
        this.until = introduced + Math.round(load.events() * END);
    }

    /** One for each of these loads, which stand in the log one after another. */
    static List<Window> of(List<Load> loads) {
        List<Window> windows = new ArrayList<>();
        long before = 0;
        for (Load load : loads) {
            windows.add(new Window(load, before));
            before += load.total();
        }
        return windows;
    }

    /** Takes note of a moment; those outside are passed over. */
    void add(Sample sample) {
        if (sample.processed() >= from && sample.processed() <= until) {
            samples.add(sample);
        }
    }

    /** How many moments there were: a contender moves on when it commits. */
    int commits() {
        return samples.size();
    }

    /** Empty where there were too few moments, since the events were too few. */
    Optional<Cost> cost() {
        return samples.size() < 2
                ? Optional.empty()
                : Optional.of(Cost.between(samples.get(0), samples.get(samples.size() - 1)));
    }
}
