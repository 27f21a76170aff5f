package dev.safar.standalone.cli;

import dev.safar.standalone.app.StartFailure;
import dev.safar.standalone.app.WorkspaceRefused;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code safar} command: what all subcommands have in common. */
@Command(
        name = "safar",
        description = "Customer journeys from your shop's events.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ChaosCommand.class,
            CheckCommand.class,
            TestCommand.class,
            DiagramCommand.class,
            SchemaCommand.class,
            BacktestCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            PublishCommand.class,
            AuditCommand.class,
            HelpCommand.class
        },
        footer = "%nThe launcher also knows safar bench, which measures; safar bench --help tells more.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:a workspace has errors or is refused, a scenario fails, or the demo or an audit found something wrong",
            "2:the command was not understood",
            "3:it could not start, or failed"
        })
public final class SafarCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** The command with its way to report errors: in a line, without a stack trace. */
    public static CommandLine commandLine() {
        return new CommandLine(new SafarCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((failure, arguments) -> notUnderstood(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int notUnderstood(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("safar: " + failure.getMessage());
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                err.println("Did you mean: " + String.join(" or ", suggestions) + "?");
            }
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof WorkspaceRefused refused) {
            refused.problems().forEach(err::println);
            err.println("safar: " + refused.getMessage());
            return ExitCode.PROBLEMS;
        }
        if (failure instanceof Workspaces.NotAWorkspace) {
            err.println("safar: " + failure.getMessage());
            return ExitCode.USAGE;
        }
        err.println(
                "safar: " + (failure instanceof StartFailure ? failure.getMessage() : unexpected(failure, command)));
        return ExitCode.COULD_NOT_START;
    }

    private static String unexpected(Exception cause, CommandLine command) {
        UnexpectedFailure failure = new UnexpectedFailure(cause);
        if (command.getCommand() instanceof LogKeeper keeper && failure.appendTo(keeper.logFile())) {
            return failure.line() + "; more is in " + keeper.logFile();
        }
        return failure.line();
    }
}
