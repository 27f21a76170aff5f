package dev.safar.standalone.cli;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.standalone.app.StartFailure;
import dev.safar.standalone.app.WorkspaceRefused;
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
        description = "Make a workspace the current one of a cluster. New runs begin with it; those under way"
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
        WorkspaceFiles files = workspace.read();
        Workspace compiled = compiled(files);
        publish(files, compiled);
        spec.commandLine().getOut().println(workspace.path() + " is published to " + bootstrapServers);
        return ExitCode.OK;
    }

    private Workspace compiled(WorkspaceFiles files) {
        Compilation compilation = WorkspaceCompiler.compile(files);
        if (compilation instanceof Compilation.Compiled compiled) {
            compiled.problems().forEach(spec.commandLine().getErr()::println);
            return compiled.workspace();
        }
        throw new WorkspaceRefused(compilation.problems());
    }

    private void publish(WorkspaceFiles files, Workspace compiled) {
        try (DefinitionsTopic topic = DefinitionsTopic.on(bootstrapServers)) {
            topic.await(PATIENCE);
        }
        try (DefinitionPublisher publisher = new DefinitionPublisher(bootstrapServers)) {
            publisher.publish(files, compiled);
        } catch (RuntimeException e) {
            throw new StartFailure("can't publish to " + bootstrapServers + ": " + e.getMessage(), e);
        }
    }
}
