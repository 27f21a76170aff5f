package dev.safar.standalone.cli;

import dev.safar.engine.plan.Plan;
import dev.safar.engine.plan.Planner;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code safar plan}: what a changed workspace would do to customers now in flight. */
@Command(
        name = "plan",
        description = "Print what a workspace would do to customers now in flight, step by step, if it were applied;"
                + " exit 1 if 'apply' would refuse it.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Mixin
    private EngineOption engine;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        CheckedWorkspace checked = CheckedWorkspace.of(workspace.read());
        Plan plan = Planner.plan(engine.client().running(), checked.files(), checked.compiled());
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.JSON) {
            out.println(PlanJson.of(plan));
        } else {
            PlanText.of(plan).forEach(out::println);
            plan.obstacles().forEach(obstacle -> out.println("refused: " + obstacle));
        }
        return plan.obstacles().isEmpty() && !plan.exceedsLimits() ? ExitCode.OK : ExitCode.PROBLEMS;
    }
}
