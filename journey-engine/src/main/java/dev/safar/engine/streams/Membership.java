package dev.safar.engine.streams;

import java.time.Duration;

/**
 * What an instance is among the others of its engine, and what happens when it goes.
 *
 * @param instanceId of this instance, the same after a restart, so that it gets its tasks back at once
 * @param timeouts after which others take over from one that is silent
 * @param standbys copies of state on instances that don't work on it
 * @param leaveOnStop whether a stop gives the tasks to the others at once, and not to this instance's next start
 */
public record Membership(String instanceId, Timeouts timeouts, Standbys standbys, boolean leaveOnStop) {

    /**
     * How long a silent instance keeps what it had.
     *
     * @param session its tasks; a restart within this time gets them back
     * @param transaction what it had written and not committed, which holds up whoever reads committed records only
     */
    public record Timeouts(Duration session, Duration transaction) {

        public static Timeouts defaults() {
            return new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(30));
        }
    }

    /**
     * Copies of state beside the one that is worked on.
     *
     * @param replicas how many other instances keep a copy of each task's state
     * @param warmups how many copies at once may be made in order to move tasks
     */
    public record Standbys(int replicas, int warmups) {

        public static Standbys none() {
            return new Standbys(0, 2);
        }
    }

    /** A member without standbys that keeps its tasks over a restart. */
    public static Membership of(String instanceId) {
        return new Membership(instanceId, Timeouts.defaults(), Standbys.none(), false);
    }

    /** The same with other timeouts. */
    public Membership withTimeouts(Timeouts other) {
        return new Membership(instanceId, other, standbys, leaveOnStop);
    }

    /** The same with this many copies of each task's state on other instances. */
    public Membership withStandbys(int replicas) {
        return new Membership(instanceId, timeouts, new Standbys(replicas, standbys.warmups()), leaveOnStop);
    }

    /** The same for an instance that is taken away when it stops. */
    public Membership leavingOnStop() {
        return new Membership(instanceId, timeouts, standbys, true);
    }
}
