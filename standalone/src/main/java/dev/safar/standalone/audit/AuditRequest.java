package dev.safar.standalone.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to audit, and how.
 *
 * @param applicationId of the engine
 * @param dispatchGroup the consumer group of dispatch
 * @param grace how long after a tick what was due by it may take to fire
 * @param overdueBefore whoever was due before this, in milliseconds, should have been served, and what was appended before should have
 *     been processed, even by an engine that is behind or stands still; absent where such an engine is not to be judged
 * @param patience how long to wait for a transaction that is under way, or for a broker
 * @param shown how many findings of each guarantee to keep
 * @param deliveries ids of the messages that a provider says it was given, as often as it was given them
 */
public record AuditRequest(
        String bootstrapServers,
        String applicationId,
        String dispatchGroup,
        Duration grace,
        OptionalLong overdueBefore,
        Duration patience,
        int shown,
        Optional<List<String>> deliveries) {

    /** An installation with the usual names. */
    public static AuditRequest of(String bootstrapServers) {
        return new AuditRequest(
                bootstrapServers,
                "safar-engine",
                "safar-dispatch",
                Duration.ofSeconds(30),
                OptionalLong.empty(),
                Duration.ofSeconds(90),
                20,
                Optional.empty());
    }

    /** The same for groups of other names. */
    public AuditRequest named(String application, String dispatch) {
        return new AuditRequest(
                bootstrapServers, application, dispatch, grace, overdueBefore, patience, shown, deliveries);
    }

    /** The same with another time for timers to fire. */
    public AuditRequest withGrace(Duration time) {
        return new AuditRequest(
                bootstrapServers, applicationId, dispatchGroup, time, overdueBefore, patience, shown, deliveries);
    }

    /** The same, which finds whoever was due, and what was appended, before this and is not dealt with, however far behind the engine is. */
    public AuditRequest withOverdueBefore(Instant moment) {
        return new AuditRequest(
                bootstrapServers,
                applicationId,
                dispatchGroup,
                grace,
                OptionalLong.of(moment.toEpochMilli()),
                patience,
                shown,
                deliveries);
    }

    /** The same, held against what a provider says it was given. */
    public AuditRequest withDeliveries(List<String> messageIds) {
        return new AuditRequest(
                bootstrapServers,
                applicationId,
                dispatchGroup,
                grace,
                overdueBefore,
                patience,
                shown,
                Optional.of(List.copyOf(messageIds)));
    }
}
