package dev.safar.standalone.cli;

import dev.safar.standalone.app.EdgeClock;
import dev.safar.standalone.app.StandaloneOptions;
import dev.safar.standalone.app.StandaloneRuntime;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar up}: everything in one process, until it is stopped. */
@Command(name = "up", description = "Run everything in one process; Ctrl-C stops it.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer>, LogKeeper {

    private static final String NAME = "up";

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "SERVERS",
            description = "Use these brokers (host:port,…) instead of the embedded one.")
    private Optional<String> kafka = Optional.empty();

    @Option(
            names = "--write-key",
            paramLabel = "KEY",
            description = "The key to post events with. If absent, one is made up and kept.")
    private Optional<String> writeKey = Optional.empty();

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            converter = Moment.class,
            description = "Start a clock at this instant that stands still until it is told to go on,"
                    + " to try weeks in seconds: PUT /sandbox/clock.")
    private Optional<Instant> clock = Optional.empty();

    @Option(
            names = "--paused",
            description = "Let journeys stand still: events are taken and wait until it runs without this.")
    private boolean paused;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StandaloneOptions standalone = standaloneOptions();
        out.println("Starting Safar …");
        try (StandaloneRuntime runtime = StandaloneRuntime.start(standalone)) {
            UpScreen.print(runtime, paused, out);
            runtime.awaitEnd();
        }
        return ExitCode.OK;
    }

    @Override
    public Path logFile() {
        return options.logFile(NAME);
    }

    private StandaloneOptions standaloneOptions() {
        StandaloneOptions.Builder builder = options.builder(NAME, workspace.read());
        kafka.ifPresent(builder::bootstrapServers);
        writeKey.ifPresent(builder::writeKey);
        clock.map(EdgeClock::steppedFrom).ifPresent(builder::clock);
        if (paused) {
            builder.setting("safar.engine.enabled", "false");
        }
        return builder.build();
    }
}
