package dev.safar.engine.streams;

import java.time.Instant;

/** Times that a record of the log may speak of: from 1970 to 9999, as ingest lets them in. With others nothing can be reckoned. */
final class PlausibleTime {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private PlausibleTime() {}

    /**
     * The same time.
     *
     * @param field where it stands
     * @throws BadEventException if it is none of those
     */
    static Instant of(Instant time, String field) {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw new BadEventException("'" + field + "' lies outside of the years 1970 to 9999");
        }
        return time;
    }
}
