package dev.safar.ingest.accept;

import dev.safar.contracts.CustomerEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of a request: its good events and the problems of the others, or nothing of it could be used. */
public sealed interface Acceptance {

    /** Either function, by what this is. */
    <R> R fold(Function<Taken, R> taken, Function<Refused, R> refused);

    /**
     * The body was understood.
     *
     * @param events in the order of the body
     * @param problems of the events left out
     */
    record Taken(List<CustomerEvent> events, List<EventProblem> problems) implements Acceptance {

        public Taken {
            events = List.copyOf(events);
            problems = List.copyOf(problems);
        }

        @Override
        public <R> R fold(Function<Taken, R> taken, Function<Refused, R> refused) {
            return taken.apply(this);
        }
    }

    /**
     * Nothing of the body is used.
     *
     * @param where in the body, if it is a place there
     */
    record Refused(Reason reason, String message, Optional<Position> where) implements Acceptance {

        @Override
        public <R> R fold(Function<Taken, R> taken, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }

    /** A place in a body, both from 1. */
    record Position(int line, int column) {}

    /** Why a whole body is refused. */
    enum Reason {
        UNAUTHORIZED,
        TOO_LARGE,
        MALFORMED,
        UNKNOWN_ENCODING
    }
}
