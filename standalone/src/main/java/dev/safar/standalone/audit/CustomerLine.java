package dev.safar.standalone.audit;

import dev.safar.core.model.JourneyId;
import dev.safar.engine.state.Applied;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** What is kept of a customer during an audit: what the state says, and what the log should have made of it. */
final class CustomerLine {

    private static final long[] NONE = {};

    /** What the customer's record says; the position is -1 without one. */
    private long position = -1;

    private Applied applied = Applied.UNKNOWN;
    private OptionalLong indexed = OptionalLong.empty();
    private OptionalLong due = OptionalLong.empty();
    private List<JourneyId> running = List.of();
    private long[] timers = NONE;

    /** What the log has for them up to that position: for certain, and perhaps. */
    private Sum certain = Sum.NOTHING;

    private Sum possible = Sum.NOTHING;
    private long missed;
    private long firstMissed = -1;

    /** How many positions, and the sum of their hashes. */
    record Sum(long count, long digest) {

        static final Sum NOTHING = new Sum(0, 0);

        Sum and(long offset) {
            return new Sum(count + 1, digest + Applied.hash(offset));
        }

        Sum and(Sum other) {
            return new Sum(count + other.count, digest + other.digest);
        }
    }

    /** What a stored record says of the customer, as far as an audit asks. */
    record Stored(long position, Applied applied, OptionalLong indexed, OptionalLong due, List<JourneyId> running) {}

    void store(Stored stored) {
        position = stored.position();
        applied = stored.applied();
        indexed = stored.indexed();
        due = stored.due();
        running = stored.running();
    }

    long position() {
        return position;
    }

    Applied applied() {
        return applied;
    }

    /** Where the record says that the timer index holds the customer. */
    OptionalLong indexed() {
        return indexed;
    }

    /** When something is due, in milliseconds, rounded up. */
    OptionalLong due() {
        return due;
    }

    List<JourneyId> running() {
        return running;
    }

    /** The customer's entries of the timer index. */
    long[] timers() {
        return timers;
    }

    void addTimer(long millis) {
        removeTimer(millis);
        timers = Arrays.copyOf(timers, timers.length + 1);
        timers[timers.length - 1] = millis;
    }

    void removeTimer(long millis) {
        timers = timers.length == 1 && timers[0] == millis
                ? NONE
                : Arrays.stream(timers).filter(entry -> entry != millis).toArray();
    }

    void expect(long offset, boolean surely) {
        if (surely) {
            certain = certain.and(offset);
        } else {
            possible = possible.and(offset);
        }
    }

    Sum certain() {
        return certain;
    }

    Sum possible() {
        return possible;
    }

    void miss(long offset) {
        missed++;
        firstMissed = firstMissed < 0 ? offset : firstMissed;
    }

    /** Events that the engine has gone past without the customer's record going past them. */
    long missed() {
        return missed;
    }

    long firstMissed() {
        return firstMissed;
    }
}
