package dev.safar.benchmarks.backtest;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.model.Workspace;
import dev.safar.standalone.backtest.Backtest;
import dev.safar.standalone.backtest.BacktestReport;
import dev.safar.standalone.backtest.BacktestRequest;
import dev.safar.standalone.backtest.Progress;
import dev.safar.standalone.backtest.Recording;
import dev.safar.standalone.backtest.Resources;
import dev.safar.standalone.cli.Workspaces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One backtest in a process of its own, and what it took. */
public final class BacktestProbe {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private BacktestProbe() {}

    /**
     * Prints what it took.
     *
     * @param arguments the workspace, the events, where the decisions go
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Workspace workspace = compiled(Path.of(arguments[0]));
        Path out = Path.of(arguments[2]);
        long started = System.nanoTime();
        BacktestReport report;
        try (Recording recording = Recording.open(Path.of(arguments[1]))) {
            var files = new BacktestRequest.Files(Optional.of(out), Optional.empty(), 0);
            var request = new BacktestRequest(recording, workspace, Optional.empty(), Optional.empty(), files);
            report = Backtest.run(request, Resources.ofThisMachine(out.getParent()), Progress.SILENT);
        }
        double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
        System.out.printf(
                Locale.ROOT,
                "%,d events, %,d noticed, %,d customers, %,d decisions: %.1f s, %,.0f events/s, %.1f s of processor"
                        + " time; peak heap %,d MB, peak RSS %,d MB%n",
                report.intake().events(),
                report.intake().noticed(),
                report.customers(),
                lines(out),
                seconds,
                report.intake().events() / seconds,
                processorSeconds(),
                peakHeap() >> 20,
                peakResident() >> 20);
    }

    private static Workspace compiled(Path directory) {
        Compilation compilation = WorkspaceCompiler.compile(Workspaces.read(directory));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new IllegalStateException(compilation.problems().toString());
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    /** Of all threads, those of the virtual machine included: what a busy machine does not change much. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> millis / MILLIS_PER_SECOND)
                .orElse(0.0);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    /** As Linux counts it; nothing elsewhere. */
    private static long peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                .findFirst()
                .orElse(0);
    }
}
