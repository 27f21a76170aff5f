package dev.safar.engine.streams;

import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Run;
import java.util.List;
import java.util.function.Consumer;

/** Compares the runs of a customer before and after something. Most stay the very same object, which is all that is looked at. */
final class LiveRuns {

    private LiveRuns() {}

    /** Hands over each live run of one that the other does not have in the same form. */
    static void ofOnly(Customer one, Customer other, Consumer<Run> each) {
        if (one.runs() == other.runs()) {
            return;
        }
        for (Run run : one.runs()) {
            if (run.live() && !has(other.runs(), run)) {
                each.accept(run);
            }
        }
    }

    @SuppressWarnings(
            "ReferenceEquality") // another object may be the same run in the same form; then it leaves and arrives
    private static boolean has(List<Run> runs, Run wanted) {
        for (Run run : runs) {
            if (run == wanted) {
                return true;
            }
        }
        return false;
    }
}
