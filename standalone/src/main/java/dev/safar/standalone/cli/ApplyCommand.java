package dev.safar.standalone.cli;

import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.engine.plan.Plan;
import dev.safar.engine.plan.Planner;
import dev.safar.standalone.app.StartFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar apply}: makes a workspace the one that decides, after a look at whom that touches. */
@Command(
        name = "apply",
        description = "Make a workspace the one that decides, in a system that is running. Prints the plan first and"
                + " refuses what would lose runs or goes beyond the limits in workspace.yaml. To go back, apply the"
                + " folder as it was.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Mixin
    private EngineOption engine;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "SERVERS",
            description = "The cluster's brokers: host:port,… If absent, those that the engine works with.")
    private Optional<String> bootstrapServers = Optional.empty();

    @Option(names = "--beyond-limits", description = "Apply it though it touches more runs than workspace.yaml allows.")
    private boolean beyondLimits;

    @Override
    public Integer call() {
        CheckedWorkspace checked = CheckedWorkspace.of(workspace.read());
        EngineClient client = engine.client();
        Plan plan = Planner.plan(client.running(), checked.files(), checked.compiled());
        PrintWriter out = spec.commandLine().getOut();
        PlanText.of(plan).forEach(out::println);
        if (refused(plan)) {
            return ExitCode.PROBLEMS;
        }
        publish(checked, bootstrapServers.orElseGet(client::bootstrapServers));
        awaitEngines(client, checked.compiled().version());
        out.println("applied: the engine decides by " + checked.compiled().version());
        return ExitCode.OK;
    }

    private boolean refused(Plan plan) {
        PrintWriter err = spec.commandLine().getErr();
        plan.obstacles().forEach(obstacle -> err.println("refused: " + obstacle));
        boolean tooMuch = plan.exceedsLimits() && !beyondLimits;
        if (tooMuch) {
            err.println(
                    "refused: it touches more runs than workspace.yaml allows; --beyond-limits applies it all the same");
        }
        return tooMuch || !plan.obstacles().isEmpty();
    }

    private static void publish(CheckedWorkspace checked, String servers) {
        try (DefinitionPublisher publisher = new DefinitionPublisher(servers)) {
            publisher.publish(checked.files(), checked.compiled());
        } catch (RuntimeException e) {
            throw new StartFailure("can't publish to " + servers + ": " + e.getMessage(), e);
        }
    }

    private static void awaitEngines(EngineClient client, String version) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!client.decideBy(version)) {
            if (System.nanoTime() - deadline > 0) {
                throw new StartFailure("published, but the engine does not decide by it; its log says why");
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailure("interrupted; it is published", e);
            }
        }
    }
}
