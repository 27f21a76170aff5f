package dev.safar.standalone.cli;

import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.standalone.app.StartFailure;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar publish}: what {@code up} does with its workspace at the start, for a cluster that is running. */
@Command(
        name = "publish",
        description =
                "Make a workspace the current one of a cluster, without looking at whom that touches: for the first one,"
                        + " before an engine runs. Later use 'apply'. New runs begin with it; those under way"
                        + " go on with the version they began with.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    /** On a new cluster the engine may be creating the topics at this moment. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "SERVERS",
            description = "The cluster's brokers: host:port,…")
    private String bootstrapServers;

    @Override
    public Integer call() {
        CheckedWorkspace checked = CheckedWorkspace.of(workspace.read());
        checked.warnings().forEach(spec.commandLine().getErr()::println);
        publish(checked);
        spec.commandLine().getOut().println(workspace.path() + " is published to " + bootstrapServers);
        return ExitCode.OK;
    }

    private void publish(CheckedWorkspace checked) {
        try (DefinitionsTopic topic = DefinitionsTopic.on(bootstrapServers)) {
            topic.await(PATIENCE);
        }
        try (DefinitionPublisher publisher = new DefinitionPublisher(bootstrapServers)) {
            publisher.publish(checked.files(), checked.compiled());
        } catch (RuntimeException e) {
            throw new StartFailure("can't publish to " + bootstrapServers + ": " + e.getMessage(), e);
        }
    }
}
