package dev.safar.standalone.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The faults of a round, one after another, drawn from its seed alone; rounds with neighbouring seeds go through all kinds in turn.
 *
 * @param steps each with how long to wait before it
 */
public record FaultPlan(List<Step> steps) {

    private static final FaultKind[] KINDS = FaultKind.values();
    private static final int STRIDE = 3;
    private static final int OFFSET = 9;
    private static final int PAUSE_MILLIS = 2_000;

    /** A fault and how long after the one before. */
    public record Step(Duration pause, Fault fault) {}

    public FaultPlan {
        steps = List.copyOf(steps);
    }

    /** Two faults. */
    public static FaultPlan draw(long seed, Targets targets) {
        return of(seed, targets, kinds(seed));
    }

    static List<FaultKind> kinds(long seed) {
        int first = (int) Math.floorMod(seed, (long) KINDS.length);
        int second = (int) Math.floorMod(seed * STRIDE + OFFSET, (long) KINDS.length);
        return List.of(KINDS[first], KINDS[second]);
    }

    /** One fault of each of these kinds. */
    public static FaultPlan of(long seed, Targets targets, List<FaultKind> kinds) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (FaultKind kind : kinds) {
            Duration pause = Duration.ofMillis(500L + random.nextInt(PAUSE_MILLIS));
            steps.add(new Step(pause, kind.draw(targets, random)));
        }
        return new FaultPlan(steps);
    }
}
