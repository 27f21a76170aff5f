package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.load.Load;
import dev.safar.benchmarks.load.Load.Leg;
import dev.safar.benchmarks.load.LogLoader;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.process.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Safar and the plain things someone would write, over the same events. */
public final class Throughput {

    /** A cost lies between two. */
    private static final int COMMITS = 2;

    /** One more where others follow, so that it seldom has to begin anew for one that is somewhat faster. */
    private static final int COMMITS_BEFORE_OTHERS = 3;

    private final Plan plan;
    private final Consumer<String> progress;

    public Throughput(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * What to compare.
     *
     * @param workspace Safar's
     * @param folder for what is written meanwhile
     * @param recording where Flight Recorder writes about the last of them, if at all
     * @param stretches whether events may be doubled until there are enough for this machine
     */
    public record Plan(
            List<Contenders> contenders, Path workspace, Path folder, Optional<Path> recording, boolean stretches) {
        public Plan {
            if (contenders.isEmpty()) {
                throw new IllegalArgumentException("there is nobody to compare");
            }
            contenders = List.copyOf(contenders);
        }

        /** Who comes last: whom a recording is about. */
        Contenders last() {
            return contenders.get(contenders.size() - 1);
        }
    }

    /** One contender's. */
    public record Lap(Contenders contender, Cost cost) {}

    /** All contenders over one load. */
    public record Result(Mix mix, int customers, long events, double bytesPerEvent, List<Lap> laps) {
        public Result {
            laps = List.copyOf(laps);
        }

        /** Empty where it did not take part. */
        public Optional<Cost> of(Contenders contender) {
            return laps.stream()
                    .filter(lap -> lap.contender() == contender)
                    .map(Lap::cost)
                    .findFirst();
        }
    }

    /**
     * Compares them over these loads, which each consumes in this order.
     *
     * @return a result for each load
     * @throws TooFewEventsException if one was through with a load before there was anything to measure
     */
    public List<Result> run(List<Leg> legs) {
        List<Leg> tried = legs;
        while (true) {
            try (Stage stage = Stage.open(plan.folder())) {
                stage.create(Contenders.topics());
                stage.publish(plan.workspace());
                progress.accept("writing the log");
                List<Load> loads = Load.until(Instant.now(), tried);
                List<Long> bytes = write(loads, stage);
                Map<Contenders, List<Window>> seen = new EnumMap<>(Contenders.class);
                List<Leg> enough = race(new Race(stage, loads, plan.last(), plan.recording()), tried, seen);
                if (enough.equals(tried)) {
                    return results(loads, bytes, seen);
                }
                progress.accept(
                        "that was too fast to measure; once more with twice as many events where they were too few");
                tried = enough;
            }
        }
    }

    /** Lets them run, until one of them is too fast; returns the loads that it takes. */
    private List<Leg> race(Race race, List<Leg> legs, Map<Contenders, List<Window>> seen) {
        for (Contenders contender : plan.contenders()) {
            progress.accept(contender.title());
            List<Window> windows = race.run(contender);
            seen.put(contender, windows);
            List<Leg> enough = enough(legs, windows, isBeforeOthers(contender) ? COMMITS_BEFORE_OTHERS : COMMITS);
            if (!enough.equals(legs)) {
                return enough;
            }
        }
        return legs;
    }

    private boolean isBeforeOthers(Contenders contender) {
        return contender == plan.contenders().get(0) && contender != plan.last();
    }

    private List<Leg> enough(List<Leg> legs, List<Window> windows, int commits) {
        return plan.stretches() ? Stretch.of(legs, windows, commits) : legs;
    }

    private static List<Long> write(List<Load> loads, Stage stage) {
        return loads.stream()
                .map(load -> LogLoader.write(load, stage.bootstrapServers()))
                .toList();
    }

    private static List<Result> results(List<Load> loads, List<Long> bytes, Map<Contenders, List<Window>> seen) {
        return IntStream.range(0, loads.size())
                .mapToObj(i -> result(loads.get(i), bytes.get(i), seen, i))
                .toList();
    }

    private static Result result(Load load, long bytes, Map<Contenders, List<Window>> seen, int leg) {
        List<Lap> laps = new ArrayList<>();
        seen.forEach((contender, windows) -> laps.add(new Lap(contender, costOf(windows.get(leg)))));
        return new Result(load.mix(), load.customers(), load.events(), (double) bytes / load.total(), laps);
    }

    private static Cost costOf(Window window) {
        return window.cost().orElseThrow(TooFewEventsException::new);
    }
}
