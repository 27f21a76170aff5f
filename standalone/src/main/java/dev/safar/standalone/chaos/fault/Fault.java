package dev.safar.standalone.chaos.fault;

import dev.safar.standalone.chaos.process.Cluster;
import java.util.Optional;

/**
 * Something that is broken on purpose, and mended again.
 *
 * @param what is done, as it is told
 * @param engine whose recovery is of interest, if one's is
 * @param touchesSending whether it may cut off a message in the middle of its call
 */
public record Fault(String what, Optional<String> engine, boolean touchesSending, Strike strike) {

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
        return new Fault(what + " " + engine, Optional.of(engine), false, strike);
    }

    static Fault ofSending(String what, Strike strike) {
        return new Fault(what, Optional.empty(), true, strike);
    }

    static Fault of(String what, Strike strike) {
        return new Fault(what, Optional.empty(), false, strike);
    }
}
