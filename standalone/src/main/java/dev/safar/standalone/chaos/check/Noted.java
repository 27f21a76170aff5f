package dev.safar.standalone.chaos.check;

import dev.safar.dispatch.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;

/**
 * An entry of the ledger, and when it got there.
 *
 * @param appended by the broker's clock
 */
record Noted(LedgerEntry entry, Instant appended) {

    /** Many times of what a broker takes that can be reached. */
    private static final Duration HELD_UP = Duration.ofSeconds(2);

    /** Whether it says how the message ended and got there at once, so that nobody may say later not to have known. */
    boolean concludedInTime() {
        return entry.concluded() && !appended.isAfter(entry.at().plus(HELD_UP));
    }
}
