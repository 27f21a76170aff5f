package dev.safar.standalone.chaos.load;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One of the shop's servers, with a clock of its own: posts the deeds of its customers in their order, in batches, and each batch until it
 * is accepted. Some batches it posts again though they were, at once or long after.
 */
final class Sender implements Runnable {

    private static final int BATCH = 50;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Too short for an answer more often than not, and long enough to be taken. */
    private static final Duration NO_PATIENCE = Duration.ofMillis(4);

    private static final int SELDOM = 12;

    /** Longer than a run lasts: what comes again by then finds nothing that it could be a part of. */
    private static final Duration LONG_AFTER = Duration.ofSeconds(7);

    private final SegmentClient client;
    private final InstantSource clock;
    private final Duration skew;
    private final Random random;
    private final Journal journal;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Queue<Repetition> repetitions = new ArrayDeque<>();

    /** What a sender tells of what it does. */
    interface Journal {
        void accepted(List<Accepted> deeds);

        void postedAgain(int deeds);
    }

    /** A shopper whose next deed is due. */
    private record Due(Instant at, Shopper shopper, int deed) {

        Deed next() {
            return shopper.deeds().get(deed);
        }
    }

    /** A batch that was accepted and is posted once more. */
    private record Repetition(Instant at, List<Due> batch, Instant happened) {}

    Sender(SegmentClient client, InstantSource clock, Duration skew, Random random, Journal journal) {
        this.client = client;
        this.clock = clock;
        this.skew = skew;
        this.random = random;
        this.journal = journal;
    }

    void add(Shopper shopper, Instant start) {
        queue.add(new Due(start.plus(shopper.after()), shopper, 0));
    }

    @Override
    public void run() {
        try {
            while (!queue.isEmpty() || !repetitions.isEmpty()) {
                repeatWhatIsDue();
                List<Due> due = takeDue();
                if (due.isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                } else {
                    postUntilAccepted(due);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Due> takeDue() {
        List<Due> due = new ArrayList<>();
        Instant now = clock.instant();
        while (due.size() < BATCH && !queue.isEmpty() && !queue.peek().at().isAfter(now)) {
            due.add(queue.remove());
        }
        return due;
    }

    private void postUntilAccepted(List<Due> due) throws InterruptedException {
        Instant happened = clock.instant();
        boolean hasty = random.nextInt(SELDOM) == 0;
        boolean accepted = client.post(batch(due, happened), hasty ? NO_PATIENCE : PATIENCE);
        while (!accepted) {
            journal.postedAgain(due.size());
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            accepted = client.post(batch(due, happened), PATIENCE);
        }
        Instant now = clock.instant();
        journal.accepted(due.stream()
                .map(each -> new Accepted(
                        each.shopper().id(),
                        each.next(),
                        happened.minus(each.next().age()),
                        now,
                        Duration.between(happened, now)))
                .toList());
        switch (random.nextInt(SELDOM)) {
            case 0 -> postAgain(due, happened);
            case 1 -> repetitions.add(new Repetition(now.plus(LONG_AFTER), due, happened));
            default -> {}
        }
        due.forEach(each -> scheduleNext(each, now));
    }

    private void repeatWhatIsDue() throws InterruptedException {
        Instant now = clock.instant();
        while (!repetitions.isEmpty() && !repetitions.peek().at().isAfter(now)) {
            Repetition repetition = repetitions.remove();
            postAgain(repetition.batch(), repetition.happened());
        }
    }

    private void postAgain(List<Due> accepted, Instant happened) throws InterruptedException {
        journal.postedAgain(accepted.size());
        client.post(batch(accepted, happened), PATIENCE);
    }

    private void scheduleNext(Due done, Instant now) {
        int next = done.deed() + 1;
        if (next < done.shopper().deeds().size()) {
            Due following = new Due(now, done.shopper(), next);
            queue.add(new Due(now.plus(following.next().pause()), done.shopper(), next));
        }
    }

    private Map<String, Object> batch(List<Due> due, Instant happened) {
        List<Map<String, Object>> calls =
                due.stream().map(each -> call(each, happened)).toList();
        return Map.of("sentAt", clock.instant().plus(skew).toString(), "batch", calls);
    }

    private Map<String, Object> call(Due due, Instant happened) {
        Deed deed = due.next();
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("type", deed.type());
        call.put("messageId", deed.messageId());
        call.put("userId", due.shopper().id());
        call.put("timestamp", happened.minus(deed.age()).plus(skew).toString());
        if (deed.type().equals("track")) {
            call.put("event", deed.event());
        }
        call.put(deed.type().equals("identify") ? "traits" : "properties", deed.content());
        return call;
    }
}
