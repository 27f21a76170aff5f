package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Step;
import java.util.Comparator;
import java.util.List;

/**
 * Divides customers into shares. It follows from names alone who falls into which: the same in every run, version and
 * replay, and on every machine.
 */
final class Shares {

    private static final int PARTS = 10_000;

    private Shares() {}

    /** A place from 0 to 9999, evenly spread over whatever the cause differs in. */
    static int place(String... cause) {
        return (int) Long.remainderUnsigned(Ids.number(cause), PARTS);
    }

    /** The way of a customer. Branches are laid out by their names, so that their order in the file is of no matter. */
    static Step.Arm arm(Step.Split split, String customer, JourneyId journey) {
        List<Step.Arm> arms = split.arms().stream()
                .sorted(Comparator.comparing(Step.Arm::name))
                .toList();
        long total = arms.stream().mapToLong(Step.Arm::weight).sum();
        long place = place("split", customer, journey.value(), split.id().value()) * total;
        long upTo = 0;
        for (Step.Arm arm : arms) {
            upTo += (long) arm.weight() * PARTS;
            if (place < upTo) {
                return arm;
            }
        }
        return arms.get(arms.size() - 1);
    }
}
