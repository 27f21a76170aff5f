package dev.safar.standalone.chaos.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Looks several times a second how far engines have come, and tells afterwards how they recovered. */
public final class RecoveryWatch implements AutoCloseable {

    private static final int PAUSE_MILLIS = 50;

    private final Offsets offsets;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Map<String, Set<Integer>> lastKnown = new HashMap<>();
    private final Thread thread = new Thread(this::look, "chaos-recovery");

    private record Mark(String what, long since, Set<Integer> partitions) {}

    private RecoveryWatch(Offsets offsets) {
        this.offsets = offsets;
        thread.setDaemon(true);
        thread.start();
    }

    public static RecoveryWatch start(Offsets offsets) {
        return new RecoveryWatch(offsets);
    }

    /** Of an engine that is about to be broken; as they were when last known, if a broker is away. */
    public Set<Integer> partitionsOf(String engine) {
        Set<Integer> now = offsets.partitionsOf(engine);
        if (!now.isEmpty()) {
            lastKnown.put(engine, now);
        }
        return lastKnown.getOrDefault(engine, Set.of());
    }

    /** These partitions have just lost their engine. */
    public synchronized void mark(String what, Set<Integer> partitions) {
        marks.add(new Mark(what, System.nanoTime(), Set.copyOf(partitions)));
    }

    /** How it went on after each mark; forgets them. */
    public synchronized List<Recovery> recoveries() {
        Progress progress = new Progress(List.copyOf(samples));
        List<Recovery> recoveries = marks.stream()
                .map(mark -> progress.after(mark.what(), mark.since(), mark.partitions()))
                .toList();
        marks.clear();
        samples.clear();
        return recoveries;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Map<Integer, Long>> ends = offsets.ends();
                Optional<Map<Integer, Long>> committed = offsets.committed();
                if (ends.isPresent() && committed.isPresent()) {
                    take(new Sample(System.nanoTime(), ends.get(), committed.get()));
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(Sample sample) {
        samples.add(sample);
    }
}
