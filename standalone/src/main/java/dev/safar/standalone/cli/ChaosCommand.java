package dev.safar.standalone.cli;

import dev.safar.standalone.app.EdgeClock;
import dev.safar.standalone.chaos.Chaos;
import dev.safar.standalone.chaos.ChaosOptions;
import dev.safar.standalone.chaos.RunFolder;
import dev.safar.standalone.chaos.fault.FaultKind;
import dev.safar.standalone.chaos.process.ClusterPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar chaos}: does it keep its promises while it is broken? */
@Command(
        name = "chaos",
        subcommands = RecoveryCommand.class,
        description = "Start brokers, engines, dispatchers and ingest as processes of their own on loopback, break them"
                + " while events come in, and check that nothing was lost, sent twice or sent after a purchase.",
        mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {

    /** More partitions than engines, so that each has several tasks. */
    private static final int PARTITIONS = 6;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "5",
            description = "How many rounds of two faults each (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the first round; each next has the next one. The same seed is the same load and the same"
                    + " faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "1",
            description = "Brokers; with 3 every record has three copies (default: ${DEFAULT-VALUE}).")
    private int brokers;

    @Option(
            names = "--engines",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "2",
            description = "Engines (default: ${DEFAULT-VALUE}).")
    private int engines;

    @Option(
            names = "--dispatchers",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "2",
            description = "Dispatchers (default: ${DEFAULT-VALUE}).")
    private int dispatchers;

    @Option(
            names = "--customers",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "200",
            description = "New customers a round (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--fault",
            paramLabel = "KIND",
            description =
                    "Break this in every round instead of what the seed draws; several options are several faults."
                            + " Kinds: ${COMPLETION-CANDIDATES}.")
    private List<FaultKind> faults = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the folder of this run goes. If absent, .safar/chaos where Safar is installed.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--keep", description = "Keep logs and data; if a round fails, they are kept anyway.")
    private boolean keep;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RunFolder folder = RunFolder.below(
                data.orElseGet(() -> Home.path().resolve(".safar").resolve("chaos")));
        out.println("Starting " + brokers + " brokers, " + engines + " engines, " + dispatchers
                + " dispatchers and ingest …");
        boolean passed = new Chaos(options(folder), EdgeClock.system(), out).run();
        if (passed && !keep) {
            folder.delete();
        } else {
            out.println("Logs and data are in " + folder.path());
        }
        return passed ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    private ChaosOptions options(RunFolder folder) {
        ClusterPlan.Size size = new ClusterPlan.Size(brokers, engines, dispatchers, PARTITIONS);
        return new ChaosOptions(
                Home.path(), folder.path(), new ChaosOptions.Rounds(rounds, seed, faults), size, customers);
    }
}
