package dev.safar.standalone.chaos.fault;

import dev.safar.standalone.chaos.process.Cluster;
import java.util.Optional;

/**
 * Something that is broken on purpose, and mended again.
 *
 * @param what is done, as it is told
 * @param engine whose recovery is of interest, if one's is
 * @param reach what it may do to messages in the middle of their call
 */
public record Fault(String what, Optional<String> engine, Reach reach, Strike strike) {

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
         * @return whether it was felt, as far as that can be told
         */
        boolean on(Cluster cluster, Runnable broken) throws InterruptedException;
    }

    static Fault ofEngine(String engine, String what, Strike strike) {
        return new Fault(what + " " + engine, Optional.of(engine), Reach.NONE, strike);
    }

    static Fault ofSending(String what, Strike strike) {
        return new Fault(what, Optional.empty(), Reach.SENDING, strike);
    }

    static Fault ofSender(String what, Strike strike) {
        return new Fault(what, Optional.empty(), Reach.CALLS_OF_A_SENDER, strike);
    }

    static Fault of(String what, Strike strike) {
        return new Fault(what, Optional.empty(), Reach.NONE, strike);
    }
}
