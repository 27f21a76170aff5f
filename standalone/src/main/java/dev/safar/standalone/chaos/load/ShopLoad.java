package dev.safar.standalone.chaos.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The customers of a shop over some seconds, drawn from a seed: what they do, and what of it ingest has accepted. */
public final class ShopLoad implements AutoCloseable {

    /** By the clocks of four servers, one of which is right. */
    private static final List<Duration> SKEWS =
            List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(-2), Duration.ofSeconds(37));

    private final SegmentClient client;
    private final InstantSource clock;
    private final List<Accepted> accepted = new ArrayList<>();
    private final AtomicInteger planned = new AtomicInteger();
    private final AtomicInteger postedAgain = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * What a load is.
     *
     * @param name which the ids of its customers begin with
     * @param over how long new customers come
     */
    public record Plan(String name, long seed, int customers, Duration over) {}

    public ShopLoad(URI ingest, String writeKey, InstantSource clock) {
        this.client = new SegmentClient(ingest, writeKey);
        this.clock = clock;
    }

    /** Begins; returns at once. */
    public void start(Plan plan) {
        Random random = new Random(plan.seed());
        List<Sender> senders = SKEWS.stream()
                .map(skew -> new Sender(client, clock, skew, new Random(random.nextLong()), new Book()))
                .toList();
        Instant start = clock.instant();
        for (int number = 0; number < plan.customers(); number++) {
            Shopper shopper = shopper(plan, number, random);
            planned.addAndGet(shopper.deeds().size());
            senders.get(number % senders.size()).add(shopper, start);
        }
        senders.forEach(this::run);
    }

    /**
     * Waits until all that was planned is accepted, for so long.
     *
     * @return what keeps it from that: ingest refuses what is posted, posting fails otherwise, or it takes longer; nothing if all is
     */
    public List<String> await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
        Throwable cause = failure.get();
        if (cause != null) {
            String reason = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
            return List.of("the shop does not post any more: " + reason);
        }
        int outstanding = outstanding();
        return outstanding == 0 ? List.of() : List.of(outstanding + " calls are not accepted");
    }

    /** What was accepted so far, over all plans, in the order of the answers. */
    public List<Accepted> accepted() {
        synchronized (accepted) {
            return List.copyOf(accepted);
        }
    }

    /** How many calls of all plans were not accepted so far. */
    int outstanding() {
        synchronized (accepted) {
            return planned.get() - accepted.size();
        }
    }

    /** How many calls were posted more than once so far, whether or not the first had arrived. */
    public int postedAgain() {
        return postedAgain.get();
    }

    /** What is not posted yet never is. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private static Shopper shopper(Plan plan, int number, Random random) {
        String id = plan.name() + "-" + number;
        Duration after = Duration.ofMillis(random.nextInt((int) plan.over().toMillis()));
        return new Shopper(id, after, Life.any(random).deeds(id, random));
    }

    private void run(Sender sender) {
        Thread thread = new Thread(sender, "chaos-sender");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((died, cause) -> failure.compareAndSet(null, cause));
        threads.add(thread);
        thread.start();
    }

    private final class Book implements Sender.Journal {
        @Override
        public void accepted(List<Accepted> deeds) {
            synchronized (accepted) {
                accepted.addAll(deeds);
            }
        }

        @Override
        public void postedAgain(int deeds) {
            postedAgain.addAndGet(deeds);
        }
    }
}
