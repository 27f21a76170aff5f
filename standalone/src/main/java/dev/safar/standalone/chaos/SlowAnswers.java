package dev.safar.standalone.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * How long a provider that has taken a message keeps its answer back: not at all, or for some hundred milliseconds drawn from a seed, so
 * that whoever is killed then is killed in the middle of calls. It runs between a message that is taken and its answer.
 */
final class SlowAnswers implements Runnable {

    private static final int LEAST_MILLIS = 200;
    private static final int MORE_MILLIS = 600;

    /** An answer is not noted the moment it is given. */
    private static final Duration NOTING = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final List<Call> calls = new ArrayList<>();
    private Random random = new Random(0);
    private boolean slow;

    /** A message that was taken, and when it was or will be answered. */
    private record Call(Instant taken, Instant answered) {}

    SlowAnswers(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void begin(long seed) {
        random = new Random(seed);
        slow = true;
    }

    synchronized void end() {
        slow = false;
    }

    /** How many messages it has taken, repetitions included. */
    synchronized int taken() {
        return calls.size();
    }

    /** How many of them were not answered at that time, or so shortly before that the answer may not have been noted. */
    synchronized int underWay(Instant at) {
        return (int) calls.stream()
                .filter(call -> !call.taken().isAfter(at)
                        && call.answered().plus(NOTING).isAfter(at))
                .count();
    }

    @Override
    public void run() {
        try {
            TimeUnit.MILLISECONDS.sleep(take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long take() {
        long millis = slow ? LEAST_MILLIS + random.nextInt(MORE_MILLIS) : 0;
        Instant now = clock.instant();
        calls.add(new Call(now, now.plusMillis(millis)));
        return millis;
    }
}
