package dev.safar.standalone.audit;

import dev.safar.contracts.Topics;
import dev.safar.engine.state.Applied;
import dev.safar.standalone.audit.CustomerLine.Sum;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Holds the events of a partition against what its customers' records say they have been through. A customer is judged up to the
 * position that the own record has reached, so that nothing has to stand still meanwhile.
 */
final class AppliedOnce {

    private static final Guarantee IT = Guarantee.APPLIED_ONCE;

    private final Stretch stretch;
    private final Map<String, CustomerLine> customers;
    private final Verdicts verdicts;

    /**
     * What there is of a partition of events.
     *
     * @param processed up to where the engine had come before the state was read
     * @param putAside the positions that went to the dead letters
     * @param overdueBefore what was appended before this, in milliseconds, should have been processed; absent where an engine that is
     *     behind is not to be judged
     */
    record Stretch(int partition, long processed, Set<Long> putAside, OptionalLong overdueBefore) {}

    /**
     * An event that the workspace observes.
     *
     * @param appended when, in milliseconds
     * @param surely whether every version of the workspace does
     */
    record Event(long offset, long appended, boolean surely) {}

    AppliedOnce(Stretch stretch, Map<String, CustomerLine> customers, Verdicts verdicts) {
        this.stretch = stretch;
        this.customers = customers;
        this.verdicts = verdicts;
    }

    /** Takes an event, in the order of the log. */
    void event(String customer, Event event) {
        if (stretch.putAside().contains(event.offset())) {
            verdicts.note(IT, "events put aside as dead letters");
            return;
        }
        CustomerLine line = customers.computeIfAbsent(customer, any -> new CustomerLine());
        if (event.offset() > line.position()) {
            later(customer, line, event);
        } else if (line.applied().complete()
                || (line.applied().count() > 0
                        && event.offset() >= line.applied().first())) {
            line.expect(event.offset(), event.surely());
        }
    }

    /** An event that could not be read: it has to be among the dead letters. */
    void unreadable(String customer, long offset) {
        if (stretch.putAside().contains(offset)) {
            verdicts.note(IT, "events put aside as dead letters");
        } else if (offset < stretch.processed()) {
            verdicts.broken(IT, "customer " + customer, at(offset), "the event can't be read and is in no dead letter");
        }
    }

    private void later(String customer, CustomerLine line, Event event) {
        if (event.offset() < stretch.processed()) {
            if (event.surely()) {
                line.miss(event.offset());
            }
        } else if (stretch.overdueBefore().isPresent()
                && event.appended() < stretch.overdueBefore().getAsLong()) {
            String since = Instant.ofEpochMilli(event.appended()).toString();
            broken(customer, event.offset(), "the event has been in the log since " + since + " and is not processed");
        } else {
            verdicts.note(IT, "events not processed yet");
        }
    }

    /**
     * Judges all customers; all events of the partition have been taken.
     *
     * @param begin from where on that was all of them, since what is before it may be deleted
     */
    void conclude(long begin) {
        customers.forEach((customer, line) -> judge(customer, line, begin));
    }

    private void judge(String customer, CustomerLine line, long begin) {
        Applied applied = line.applied();
        if (line.missed() > 0) {
            broken(
                    customer,
                    line.firstMissed(),
                    line.missed() + " of the events after position " + line.position() + " are lost, from here on");
        } else if (line.position() >= 0 && applied.count() == 0 && !applied.complete()) {
            verdicts.notJudged(IT, "customers of whom no event came since positions are counted");
        } else if (applied.count() > 0 && applied.first() < begin) {
            verdicts.notJudged(IT, "customers whose first events the log no longer has");
        } else if (fits(applied, line.certain()) || fits(applied, line.certain().and(line.possible()))) {
            if (applied.count() > 0) {
                verdicts.good(IT);
            }
            verdicts.note(IT, "events applied", applied.count());
        } else if (line.possible().count() > 0) {
            verdicts.notJudged(IT, "customers with events that only some versions of the workspace observe");
        } else {
            compare(customer, line);
        }
    }

    private static boolean fits(Applied applied, Sum sum) {
        return applied.count() == sum.count() && applied.digest() == sum.digest();
    }

    private void compare(String customer, CustomerLine line) {
        long surplus = line.applied().count() - line.certain().count();
        long difference = line.applied().digest() - line.certain().digest();
        long position = Applied.position(surplus > 0 ? difference : -difference);
        boolean named = position >= 0 && position <= line.position();
        if (surplus == -1 && named) {
            broken(customer, position, "the event is lost: it was not applied, though later ones were");
        } else if (surplus == 1 && named) {
            broken(customer, position, "the event was applied twice, or is not one of theirs");
        } else {
            String counts = line.applied().count() + " events were applied, the log has "
                    + line.certain().count();
            String what =
                    surplus < 0 ? "events are lost" : surplus > 0 ? "events were applied twice" : "not the same ones";
            broken(customer, line.position(), counts + " up to here: " + what);
        }
    }

    private void broken(String customer, long offset, String what) {
        verdicts.broken(IT, "customer " + customer, at(offset), what);
    }

    private String at(long offset) {
        return new Position(Topics.EVENTS, stretch.partition(), offset).toString();
    }
}
