package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Outages.Outage;
import dev.safar.standalone.chaos.fault.Fault.Reach;
import dev.safar.standalone.chaos.process.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One way to lose engines, and to get them back.
 *
 * @param engines those whose work is interrupted
 * @param reach what that may do to messages in the middle of their call
 * @param loss what happens to them
 * @param restore starts what has to be there for the next step
 */
record RecoveryStep(String what, List<String> engines, Reach reach, Loss loss, Consumer<Cluster> restore) {

    private static final String FIRST = "engine-1";
    private static final String SECOND = "engine-2";
    private static final String THIRD = "engine-3";
    private static final int BROKER = 1;

    /** Something done to a cluster. */
    interface Loss {
        /**
         * Does it.
         *
         * @param gone called when the engines do nothing any more
         */
        void of(Cluster cluster, Runnable gone);
    }

    RecoveryStep {
        engines = List.copyOf(engines);
    }

    /** How it is told of to whoever judges what was sent; engines call no providers. */
    Optional<Outage> outage(Instant from, Instant until) {
        return reach == Reach.NONE ? Optional.empty() : Optional.of(new Outage(what, from, until));
    }

    /** All ways, in the order in which they are tried. */
    static List<RecoveryStep> all() {
        return List.of(
                new RecoveryStep(
                        "engine stopped, and started",
                        List.of(FIRST),
                        Reach.NONE,
                        RecoveryStep::stopAndStart,
                        RecoveryStep::leaveAsItIs),
                new RecoveryStep(
                        "engine killed, and started",
                        List.of(FIRST),
                        Reach.NONE,
                        RecoveryStep::killAndStart,
                        RecoveryStep::leaveAsItIs),
                new RecoveryStep(
                        "engine killed, and gone",
                        List.of(SECOND),
                        Reach.NONE,
                        RecoveryStep::killSecond,
                        RecoveryStep::startSecond),
                new RecoveryStep(
                        "broker and engine killed, and gone",
                        List.of(THIRD),
                        Reach.SENDING,
                        RecoveryStep::killThirdAndBroker,
                        RecoveryStep::startThirdAndBroker),
                new RecoveryStep(
                        "three engines become one",
                        List.of(SECOND, THIRD),
                        Reach.NONE,
                        RecoveryStep::stopTwo,
                        RecoveryStep::leaveAsItIs),
                new RecoveryStep(
                        "one engine becomes three",
                        List.of(FIRST),
                        Reach.NONE,
                        RecoveryStep::startTwo,
                        RecoveryStep::leaveAsItIs));
    }

    private static void stopAndStart(Cluster cluster, Runnable gone) {
        cluster.engine(FIRST).stop();
        gone.run();
        cluster.engine(FIRST).start();
    }

    private static void killAndStart(Cluster cluster, Runnable gone) {
        cluster.engine(FIRST).kill();
        gone.run();
        cluster.engine(FIRST).start();
    }

    private static void killSecond(Cluster cluster, Runnable gone) {
        cluster.engine(SECOND).kill();
        gone.run();
    }

    private static void killThirdAndBroker(Cluster cluster, Runnable gone) {
        cluster.brokers().get(BROKER).kill();
        cluster.engine(THIRD).kill();
        gone.run();
    }

    private static void startThirdAndBroker(Cluster cluster) {
        cluster.brokers().get(BROKER).start();
        cluster.engine(THIRD).start();
    }

    private static void stopTwo(Cluster cluster, Runnable gone) {
        cluster.engine(SECOND).stop();
        cluster.engine(THIRD).stop();
        gone.run();
    }

    private static void startTwo(Cluster cluster, Runnable gone) {
        gone.run();
        cluster.engine(SECOND).start();
        cluster.engine(THIRD).start();
    }

    private static void startSecond(Cluster cluster) {
        cluster.engine(SECOND).start();
    }

    private static void leaveAsItIs(Cluster cluster) {}
}
