package dev.safar.engine.streams;

import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.RunDecision;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoredCustomer;
import java.util.List;

/**
 * Keeps records below what a broker takes. A customer's record is encoded once for a commit and not once for an event, so that
 * in between its size is known from above only; near the limit it is made sure of.
 */
final class RecordSize {

    /** Below what a broker takes by default. */
    static final int LARGEST = 900_000;

    /** From here on nothing is estimated. */
    private static final int DOUBTFUL = LARGEST / 2;

    /** What one decision adds besides what it takes from the event: ids, times, names. */
    private static final int DECISION = 4_096;

    private RecordSize() {}

    /**
     * What the record of a customer has at most, given what it had at most before.
     *
     * @param input bytes that the decisions had to draw on
     * @throws IllegalArgumentException if it would be too large
     */
    static int atMost(int before, List<Decision> decisions, int input, StoredCustomer after) {
        long grown = before + (long) decisions.size() * (DECISION + 2L * input) + keys(decisions);
        if (grown <= DOUBTFUL && !compute(decisions)) {
            return (int) grown;
        }
        int exact = CustomerCodec.encode(after).length;
        check(exact);
        return exact;
    }

    /** A key is computed, so that it may be longer than what it was computed from. */
    private static long keys(List<Decision> decisions) {
        long bytes = 0;
        for (Decision decision : decisions) {
            bytes += decision instanceof RunDecision.Entered entered
                    ? 4L * entered.key().length()
                    : 0;
        }
        return bytes;
    }

    /** Whether some of them hold what an expression has made, which need not be as small as what it was made of. */
    private static boolean compute(List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision instanceof RunDecision.ValuesSet
                    || decision instanceof RunDecision.EventEmitted
                    || decision instanceof RunDecision.Begun) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks a record.
     *
     * @throws IllegalArgumentException if it is too large
     */
    static void check(int bytes) {
        if (bytes > LARGEST) {
            throw new IllegalArgumentException(
                    "would become a record of " + bytes + " bytes, over the limit of " + LARGEST);
        }
    }
}
