package dev.safar.standalone.chaos.check;

import dev.safar.contracts.Topics;
import dev.safar.standalone.chaos.load.Accepted;
import dev.safar.standalone.chaos.process.Cluster;
import dev.safar.standalone.chaos.process.Service;
import dev.safar.standalone.chaos.recovery.Offsets;
import dev.safar.standalone.log.CommittedLog;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waits until nothing moves any more, and says then what holds and what does not. */
public final class Inspector implements AutoCloseable {

    private static final List<String> TOPICS = Stream.concat(
                    Stream.of(Topics.EVENTS, Topics.DEAD_LETTERS, Topics.DISPATCH_LEDGER), Topics.messages().stream())
            .toList();

    /** How long there must be nothing more to read. */
    private static final Duration SILENCE = Duration.ofMillis(100);

    private static final int PAUSE_MILLIS = 200;
    private static final int SHOWN = 5;

    private final Cluster cluster;
    private final Offsets offsets;
    private final Sources sources;
    private final Observed observed = new Observed();
    private final CommittedLog log;

    /**
     * What there is to compare.
     *
     * @param accepted by ingest, so far
     * @param taken by providers, so far
     * @param outages of what sends, so far
     */
    public record Sources(
            Supplier<List<Accepted>> accepted, Supplier<List<MailboxEntry>> taken, Supplier<Outages> outages) {}

    public Inspector(Cluster cluster, Offsets offsets, Sources sources) {
        this.cluster = cluster;
        this.offsets = offsets;
        this.sources = sources;
        this.log = CommittedLog.follow(cluster.bootstrapServers(), TOPICS);
    }

    /** Waits for so long until nothing moves any more; what still does, then. */
    public List<String> awaitQuiet(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> stuck = stuck();
        while (!stuck.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            stuck = stuck();
        }
        return stuck;
    }

    /** All checks, over all that has happened so far. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(checks().all());
        findings.add(Checks.runsAddUp(EngineNumbers.of(running())));
        findings.addAll(Auditor.findings(cluster.bootstrapServers()));
        return findings;
    }

    /** How many messages providers have, each counted once. */
    public int messages() {
        return observed.messages().size();
    }

    @Override
    public void close() {
        log.close();
    }

    private List<String> stuck() {
        Optional<Map<Integer, Long>> ends = offsets.ends();
        Optional<Map<Integer, Long>> committed = offsets.committed();
        if (ends.isEmpty() || committed.isEmpty()) {
            return List.of("the brokers do not answer");
        }
        List<String> stuck = new ArrayList<>();
        committed.get().forEach((partition, offset) -> {
            long end = ends.get().getOrDefault(partition, 0L);
            // the newest few are ticks, of which there is always one under way
            if (offset < end - 4) {
                stuck.add("events-" + partition + " is processed up to " + offset + " of " + end);
            }
        });
        Optional<EngineNumbers> numbers = EngineNumbers.of(running());
        if (numbers.isEmpty()) {
            stuck.add("an engine is not ready");
        } else if (numbers.get().waiting() != 0) {
            stuck.add(numbers.get().waiting() + " runs are waiting");
        }
        readOn();
        addSome("messages are under way", observed.underWay(), stuck);
        addSome("are missing", checks().missing(), stuck);
        return stuck;
    }

    private void readOn() {
        boolean more = true;
        while (more) {
            more = log.readOn(SILENCE, observed::take);
        }
    }

    private static void addSome(String what, List<String> which, List<String> to) {
        if (!which.isEmpty()) {
            to.add(which.size() + " " + what + ": "
                    + String.join(", ", which.subList(0, Math.min(SHOWN, which.size()))));
        }
    }

    private List<Service> running() {
        return cluster.engines().stream().filter(engine -> engine.isAlive()).toList();
    }

    private Checks checks() {
        return new Checks(
                sources.accepted().get(),
                observed,
                Deliveries.of(sources.taken().get(), observed),
                sources.outages().get());
    }
}
