package dev.safar.engine.streams;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Throws the dice for a simulation: the same seed throws the same. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** The index of one of these weights, the heavier the likelier. */
    int pick(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Whole milliseconds, at least one. */
    Duration upTo(Duration most) {
        return Duration.ofMillis(1 + random.nextLong(most.toMillis()));
    }
}
