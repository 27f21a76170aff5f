package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a task goes through all of its customers for; immutable.
 *
 * @param inLineWith the version of the workspace that all customers have been brought in line with; empty text for none
 * @param underWay in the order in which they are done
 * @param timetables per journey that begins by one
 */
public record Sweeps(String inLineWith, List<Sweep> underWay, Map<JourneyId, Watched> timetables) {

    /** Where some customers may be in line with one version and some with another. */
    public static final String NOBODY_KNOWS = "";

    /** Of a task that has just been made. */
    public static final Sweeps NONE = new Sweeps(NOBODY_KNOWS, List.of(), Map.of());

    public Sweeps {
        underWay = List.copyOf(underWay);
        timetables = Map.copyOf(timetables);
    }

    /** The same with all customers in line with this version of the workspace, or with {@link #NOBODY_KNOWS}. */
    public Sweeps withInLine(String workspace) {
        return new Sweeps(workspace, underWay, timetables);
    }

    /**
     * One way through all customers.
     *
     * @param cursor the last customer who has been dealt with; empty text before the first
     */
    public record Sweep(Aim aim, Instant began, String cursor) {

        public Sweep at(String customer) {
            return new Sweep(aim, began, customer);
        }
    }

    /** What is done with each customer. */
    public sealed interface Aim {

        /** The customer is brought in line with a version of the workspace. */
        record InLine(String workspace) implements Aim {}

        /** A journey begins by its timetable. */
        record Broadcast(JourneyId journey, Instant due) implements Aim {}
    }

    /**
     * A timetable that is looked after.
     *
     * @param text what it says
     * @param done times up to this one are done with, or came before the timetable was known
     */
    public record Watched(String text, Instant done) {}
}
