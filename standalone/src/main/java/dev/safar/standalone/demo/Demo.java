package dev.safar.standalone.demo;

import dev.safar.engine.streams.StoresUnavailableException;
import dev.safar.standalone.app.EdgeClock;
import dev.safar.standalone.app.StandaloneRuntime;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recorded events of two shops through a running Safar, a year in minutes, and what came of it. */
public final class Demo {

    /** Of both the engine and dispatch: here somebody waits for what is committed. */
    public static final Map<String, String> SETTINGS = Map.of(
            "safar.engine.commit-interval", "20ms",
            "safar.engine.poll-time", "10ms",
            "safar.dispatch.commit-interval", "20ms");

    private final Recording recording;
    private final DemoOptions options;

    public Demo(DemoOptions options) {
        this.recording = Recording.load(options.retailCustomers());
        this.options = options;
    }

    /** A clock that shows the beginning of the recording. */
    public EdgeClock clock() {
        return EdgeClock.steppedFrom(first().minus(Duration.ofMinutes(1)));
    }

    /**
     * Runs it, and tells how it went.
     *
     * @param runtime started with {@link #clock()} and {@link #SETTINGS}, and no data
     * @return whether everything was as it should be
     */
    public boolean run(StandaloneRuntime runtime, PrintWriter out) {
        long began = System.nanoTime();
        out.printf(
                "%,d recorded events of two shops, %s to %s.%n",
                recording.calls().size(), day(first()), day(last()));
        try (LiveWorld world = new LiveWorld(runtime)) {
            Progress progress = new Progress(out, style(), first(), last());
            Feeder feeder = new Feeder(world, recording, progress);
            feeder.run();
            progress.done(world.chronicle().events().size(), feeder.arrivals().size());
            runtime.mailbox().writeIndex();
            Outcome outcome = outcome(runtime, world, feeder, Duration.ofNanos(System.nanoTime() - began));
            new Summary(outcome).lines().forEach(out::println);
            out.flush();
            return outcome.isAsItShouldBe();
        } catch (DemoFailure | StoresUnavailableException e) {
            out.println();
            out.println("The demo stopped: " + e.getMessage() + ". The log is " + runtime.logFile());
            out.flush();
            return false;
        }
    }

    private static Outcome outcome(StandaloneRuntime runtime, LiveWorld world, Feeder feeder, Duration took) {
        Map<String, Long> waiting = runtime.journeyStreams().census().running().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
        List<JourneyCount> journeys = JourneyCount.of(world.chronicle().decisions(), waiting);
        List<Check> checks = new Checks(world.chronicle(), feeder.arrivals()).all(journeys, feeder.posted());
        return new Outcome(
                runtime.clock().instant(),
                took,
                world.chronicle(),
                journeys,
                feeder.arrivals(),
                checks,
                runtime.mailbox().index());
    }

    private Progress.Style style() {
        return options.terminal() ? Progress.Style.TERMINAL : Progress.Style.FILE;
    }

    private Instant first() {
        return recording.calls().get(0).at();
    }

    private Instant last() {
        return recording.calls().get(recording.calls().size() - 1).at();
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }
}
