package dev.safar.standalone.backtest;

import dev.safar.core.model.Workspace;
import dev.safar.standalone.backtest.BacktestReport.Comparison;
import dev.safar.standalone.backtest.Shard.Sorts;
import dev.safar.standalone.backtest.sort.Entries;
import dev.safar.standalone.backtest.sort.ExternalSort;
import dev.safar.standalone.backtest.sort.Merge;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Lives a recording through a workspace, in virtual time, as production would have: by the same readers, the same core, the same
 * ledger. Customers don't know of each other, so each is lived from beginning to end; the events are sorted for that, and the
 * decisions sorted back into the order of time. Memory does not grow with the recording.
 */
public final class Backtest {

    private static final int OPEN_FILES = 128;
    private static final int BUFFER = 128 * 1024;

    private final BacktestRequest request;
    private final Resources resources;
    private final Progress progress;
    private final ExecutorService pool;
    private final Path folder;

    private Backtest(
            BacktestRequest request, Resources resources, Progress progress, ExecutorService pool, Path folder) {
        this.request = request;
        this.resources = resources;
        this.progress = progress;
        this.pool = pool;
        this.folder = folder;
    }

    /**
     * Does it all.
     *
     * @throws IOException if the recording can't be read, or something not be written
     */
    public static BacktestReport run(BacktestRequest request, Resources resources, Progress progress)
            throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(resources.workers(), task -> {
            Thread thread = new Thread(task, "backtest");
            thread.setDaemon(true);
            return thread;
        });
        for (Path file : request.files().all()) {
            Files.newOutputStream(file).close(); // before an hour's work, not after it
        }
        try (TemporaryFolder folder = TemporaryFolder.in(resources.temporary())) {
            return new Backtest(request, resources, progress, pool, folder.path()).run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            pool.shutdownNow();
        }
    }

    private BacktestReport run() throws IOException, InterruptedException {
        List<Sorts> sorts = new ArrayList<>();
        for (int i = 0; i < resources.workers(); i++) {
            sorts.add(sorts(i));
        }
        Intake.Summary intake = read(sorts);
        Optional<Instant> end = intake.last()
                .map(last ->
                        request.until().filter(until -> until.isAfter(last)).orElse(last));
        List<Shard.Result> results = live(sorts, intake, end.orElse(Instant.EPOCH));
        if (request.files().decisions().isPresent()) {
            write(request.files().decisions().get(), sorts, Sorts::decisions, Keys::decisionContent);
        }
        if (request.files().differences().isPresent()) {
            write(request.files().differences().get(), sorts, Sorts::differences, Keys::customerContent);
        }
        return report(intake, end, results);
    }

    private Sorts sorts(int shard) {
        return new Sorts(
                sort("events-" + shard),
                request.files().decisions().map(file -> sort("decisions-" + shard)),
                request.files().differences().map(file -> sort("differences-" + shard)));
    }

    private ExternalSort sort(String name) {
        int fanIn = Math.max(2, OPEN_FILES / resources.workers());
        return new ExternalSort(folder, name, resources.sortBytesOfAWorker(), fanIn);
    }

    private Intake.Summary read(List<Sorts> sorts) throws IOException, InterruptedException {
        Intake intake = new Intake();
        ChunkReader reader = new ChunkReader(
                request.workspaces().stream().map(Workspace::observed).toList(),
                sorts.stream().map(Sorts::events).toList(),
                intake);
        new Reading(request.events(), reader, intake, progress).run(pool, resources.workers());
        return intake.summary();
    }

    private List<Shard.Result> live(List<Sorts> sorts, Intake.Summary intake, Instant end)
            throws IOException, InterruptedException {
        Shard.Run run = new Shard.Run(end, new AtomicLong(), intake.noticed(), progress);
        List<Future<Shard.Result>> running = new ArrayList<>();
        for (Sorts some : sorts) {
            running.add(pool.submit(new Shard(request, some, run)));
        }
        List<Shard.Result> results = new ArrayList<>();
        for (Future<Shard.Result> future : running) {
            results.add(result(future));
        }
        return results;
    }

    private static Shard.Result result(Future<Shard.Result> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e.getCause() instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(e);
        }
    }

    /** Writes what the shards have sorted, each content a line. */
    private static void write(
            Path file, List<Sorts> sorts, Function<Sorts, Optional<ExternalSort>> of, UnaryOperator<byte[]> content)
            throws IOException {
        List<Entries> parts = new ArrayList<>();
        for (Sorts some : sorts) {
            parts.add(of.apply(some).orElseThrow().sorted());
        }
        try (Entries entries = Merge.of(parts);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            while (entries.advance()) {
                out.write(content.apply(entries.entry()));
                out.write('\n');
            }
        }
    }

    private BacktestReport report(Intake.Summary intake, Optional<Instant> end, List<Shard.Result> results) {
        List<Totals> totals =
                request.workspaces().stream().map(workspace -> new Totals()).toList();
        ChangeTotals changes = new ChangeTotals();
        long customers = 0;
        for (Shard.Result result : results) {
            customers += result.customers();
            changes.add(result.changes());
            for (int i = 0; i < totals.size(); i++) {
                totals.get(i).add(result.totals().get(i));
            }
        }
        List<CustomerChanges> first = results.stream()
                .flatMap(result -> result.first().stream())
                .sorted(Comparator.comparing(CustomerChanges::customer))
                .limit(request.files().shown())
                .toList();
        Optional<Comparison> comparison = request.against().map(other -> new Comparison(totals.get(1), changes, first));
        return new BacktestReport(intake, customers, end, totals.get(0), comparison);
    }
}
