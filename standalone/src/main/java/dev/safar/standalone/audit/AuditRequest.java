package dev.safar.standalone.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to audit, and how.
 *
 * @param applicationId of the engine
 * @param dispatchGroup the consumer group of dispatch
 * @param grace how long after a tick what was due by it may take to fire
 * @param patience how long to wait for a transaction that is under way, or for a broker
 * @param shown how many findings of each guarantee to keep
 * @param deliveries ids of the messages that a provider says it was given, as often as it was given them
 */
public record AuditRequest(
        String bootstrapServers,
        String applicationId,
        String dispatchGroup,
        Duration grace,
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
                Duration.ofSeconds(90),
                20,
                Optional.empty());
    }

    /** The same for groups of other names. */
    public AuditRequest named(String application, String dispatch) {
        return new AuditRequest(bootstrapServers, application, dispatch, grace, patience, shown, deliveries);
    }

    /** The same with another time for timers to fire. */
    public AuditRequest withGrace(Duration time) {
        return new AuditRequest(bootstrapServers, applicationId, dispatchGroup, time, patience, shown, deliveries);
    }

    /** The same, held against what a provider says it was given. */
    public AuditRequest withDeliveries(List<String> messageIds) {
        return new AuditRequest(
                bootstrapServers,
                applicationId,
                dispatchGroup,
                grace,
                patience,
                shown,
                Optional.of(List.copyOf(messageIds)));
    }
}
