package dev.safar.standalone.cli;

import dev.safar.standalone.app.EdgeClock;
import dev.safar.standalone.app.StartFailure;
import dev.safar.standalone.audit.Audit;
import dev.safar.standalone.audit.AuditFailedException;
import dev.safar.standalone.audit.AuditReport;
import dev.safar.standalone.audit.AuditRequest;
import dev.safar.standalone.audit.AuditText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar audit}: what the logs of an installation say about what Safar promises. */
@Command(
        name = "audit",
        description =
                "Read the logs of a cluster, whether or not an engine runs, and say for each promise of Safar whether it was kept:"
                        + " nothing lost, nothing twice, no message after what cancels it. It writes nothing.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "SERVERS",
            description = "The cluster's brokers: host:port,…")
    private String bootstrapServers;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            defaultValue = "safar-engine",
            description = "The engine's (default: ${DEFAULT-VALUE}).")
    private String applicationId;

    @Option(
            names = "--dispatch-group",
            paramLabel = "ID",
            defaultValue = "safar-dispatch",
            description = "The consumer group of channel-dispatch (default: ${DEFAULT-VALUE}).")
    private String dispatchGroup;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            converter = Count.class,
            defaultValue = "30",
            description = "How long what is due may take to fire (default: ${DEFAULT-VALUE}).")
    private int grace;

    @Option(
            names = "--max-behind",
            paramLabel = "SECONDS",
            converter = Count.class,
            description =
                    "How far behind this machine's clock the engine may be: what was appended or due before that and is not"
                            + " dealt with is a finding, also where the engine stands still (default: an engine that is"
                            + " behind is not judged).")
    private Optional<Integer> maxBehind = Optional.empty();

    @Option(
            names = "--deliveries",
            paramLabel = "FILE",
            description = "What a provider says it was given: a message id a line, as often as it was given it.")
    private Optional<Path> deliveries = Optional.empty();

    @Override
    public Integer call() {
        AuditReport report;
        try {
            report = Audit.of(request()).run();
        } catch (AuditFailedException e) {
            throw new StartFailure("can't audit " + bootstrapServers + ": " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.JSON) {
            out.println(AuditJson.of(report));
        } else {
            AuditText.lines(report).forEach(out::println);
        }
        return report.passed() ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    private AuditRequest request() {
        AuditRequest request = AuditRequest.of(bootstrapServers)
                .named(applicationId, dispatchGroup)
                .withGrace(Duration.ofSeconds(grace));
        if (maxBehind.isPresent()) {
            Instant now = EdgeClock.system().instant();
            request = request.withOverdueBefore(now.minusSeconds(maxBehind.get()));
        }
        return deliveries.isPresent() ? request.withDeliveries(read(deliveries.get())) : request;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new StartFailure("can't read " + file + ": " + e.getMessage(), e);
        }
    }
}
