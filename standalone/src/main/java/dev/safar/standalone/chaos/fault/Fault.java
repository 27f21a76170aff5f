package dev.safar.standalone.chaos.fault;

import dev.safar.standalone.chaos.process.Cluster;
import java.util.Optional;

/**
 * Something that is broken on purpose, and mended again.
 *
 * @param what is done, as it is told
 * @param engine whose recovery is of interest, if one's is
 * @param reach what it may do to messages in the middle of their call
 * @param trace what the engine's log shows once the engine has felt it; empty where it can't but feel it
 */
public record Fault(String what, Optional<String> engine, Reach reach, Optional<String> trace, Strike strike) {

    /** What a fault does to calls of providers. */
    public enum Reach {
        NONE,
        /** It may cut some off. */
        SENDING,
        /** It ends a sender: those that were under way then are cut off, and no others. */
        CALLS_OF_A_SENDER
    }

    /** Breaks and mends. */
    @FunctionalInterface
    public interface Strike {
        /**
         * Returns when it is mended.
         *
         * @param broken called when what is broken does nothing any more
         */
        void on(Cluster cluster, Runnable broken) throws InterruptedException;
    }

    static Fault ofEngine(String engine, String what, Strike strike) {
        return new Fault(what + " " + engine, Optional.of(engine), Reach.NONE, Optional.empty(), strike);
    }

    static Fault ofSending(String what, Strike strike) {
        return new Fault(what, Optional.empty(), Reach.SENDING, Optional.empty(), strike);
    }

    static Fault ofSender(String what, Strike strike) {
        return new Fault(what, Optional.empty(), Reach.CALLS_OF_A_SENDER, Optional.empty(), strike);
    }

    static Fault of(String what, Strike strike) {
        return new Fault(what, Optional.empty(), Reach.NONE, Optional.empty(), strike);
    }

    /** The same, where the engine's log has this text once it has felt it. */
    Fault thatLeaves(String text) {
        return new Fault(what, engine, reach, Optional.of(text), strike);
    }
}
