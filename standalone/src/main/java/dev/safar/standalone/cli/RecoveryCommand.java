package dev.safar.standalone.cli;

import dev.safar.standalone.app.EdgeClock;
import dev.safar.standalone.chaos.RecoveryDrill;
import dev.safar.standalone.chaos.RunFolder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar chaos recovery}: how long does the work stand still? */
@Command(
        name = "recovery",
        description = "Take engines and a broker away from a cluster of three and three under load, give them back, and"
                + " print how long their events waited and how much state was restored.",
        mixinStandardHelpOptions = true)
final class RecoveryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--customers",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "300",
            description = "New customers at each step (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--standbys",
            paramLabel = "N",
            defaultValue = "0",
            description = "Copies of each task's state on other engines (default: ${DEFAULT-VALUE}).")
    private int standbys;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RunFolder folder = RunFolder.below(Home.path().resolve(".safar").resolve("chaos"));
        var options = new RecoveryDrill.Options(Home.path(), folder.path(), customers, standbys);
        boolean passed = new RecoveryDrill(options, EdgeClock.system(), out).run();
        if (passed) {
            folder.delete();
        } else {
            out.println("Logs and data are in " + folder.path());
        }
        return passed ? ExitCode.OK : ExitCode.PROBLEMS;
    }
}
