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

    private Throughput() {}

    /**
     * What to compare.
     *
     * @param workspace Safar's
     * @param folder for what is written meanwhile
     * @param recording where Flight Recorder writes about the last of them, if at all
     */
    public record Plan(List<Contenders> contenders, Path workspace, Path folder, Optional<Path> recording) {
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
     */
    public static List<Result> run(Plan plan, List<Leg> legs, Consumer<String> progress) {
        try (Stage stage = Stage.open(plan.folder())) {
            stage.create(Contenders.topics());
            stage.publish(plan.workspace());
            List<Load> loads = Load.until(Instant.now(), legs);
            progress.accept("writing the log");
            List<Long> bytes = new ArrayList<>();
            for (Load load : loads) {
                bytes.add(LogLoader.write(load, stage.bootstrapServers()));
            }
            var race = new Race(stage, loads, plan.last(), plan.recording());
            Map<Contenders, List<Cost>> costs = new EnumMap<>(Contenders.class);
            for (Contenders contender : plan.contenders()) {
                progress.accept(contender.title());
                costs.put(contender, race.run(contender));
            }
            return IntStream.range(0, loads.size())
                    .mapToObj(i -> result(loads.get(i), bytes.get(i), costs, i))
                    .toList();
        }
    }

    private static Result result(Load load, long bytes, Map<Contenders, List<Cost>> costs, int leg) {
        List<Lap> laps = new ArrayList<>();
        costs.forEach((contender, each) -> laps.add(new Lap(contender, each.get(leg))));
        return new Result(load.mix(), load.customers(), load.events(), (double) bytes / load.total(), laps);
    }
}
