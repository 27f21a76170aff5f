package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.load.Load;
import dev.safar.benchmarks.load.LogLoader;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.process.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
    public record Plan(
            List<Contenders> contenders, int customers, Path workspace, Path folder, Optional<Path> recording) {
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

    /** Compares them over one mix. */
    public static Result run(Plan plan, Mix mix, long events, Consumer<String> progress) {
        try (Stage stage = Stage.open(plan.folder())) {
            stage.create(Contenders.topics());
            stage.publish(plan.workspace());
            Load load = Load.until(Instant.now(), mix, plan.customers(), events);
            progress.accept(mix.label() + ": writing the log");
            long bytes = LogLoader.write(load, stage.bootstrapServers());
            var race = new Race(stage, load, plan.last(), plan.recording());
            List<Lap> laps = new ArrayList<>();
            for (Contenders contender : plan.contenders()) {
                progress.accept(mix.label() + ": " + contender.title());
                laps.add(new Lap(contender, race.run(contender)));
            }
            return new Result(mix, plan.customers(), events, (double) bytes / load.total(), laps);
        }
    }
}
