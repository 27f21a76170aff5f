package dev.safar.standalone.cli;

import dev.safar.standalone.app.StandaloneOptions;
import dev.safar.standalone.app.StandaloneRuntime;
import dev.safar.standalone.demo.Demo;
import dev.safar.standalone.demo.DemoFolder;
import dev.safar.standalone.demo.DemoOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar demo}: a year of two shops in minutes. */
@Command(
        name = "demo",
        description = "Run recorded events of two real shops through the journeys on a fast clock;"
                + " the messages land in a mailbox to look at.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer>, LogKeeper {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to keep everything; emptied at every start."
                    + " If absent, .safar/demo where Safar is installed.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            defaultValue = "0",
            description = "HTTP port, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--customers",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "40",
            description = "How many customers of Online Retail take part, 60 at most (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting Safar …");
        out.flush();
        Demo demo = new Demo(new DemoOptions(customers, Ansi.AUTO.enabled()));
        Path folder = folder();
        DemoFolder.prepare(folder);
        StandaloneOptions.Builder options = StandaloneOptions.builder(folder, workspace.read())
                .listenOn(StandaloneOptions.LOOPBACK, port)
                .clock(demo.clock())
                .writeKey("demo-write-key");
        Demo.SETTINGS.forEach(options::setting);
        try (StandaloneRuntime runtime = StandaloneRuntime.start(options.build())) {
            return demo.run(runtime, out) ? ExitCode.OK : ExitCode.PROBLEMS;
        }
    }

    @Override
    public Path logFile() {
        return folder().resolve(StandaloneOptions.LOG_FILE);
    }

    private Path folder() {
        return data.orElseGet(() -> Home.path().resolve(".safar").resolve("demo"));
    }
}
