package dev.safar.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * A record of {@code messages.*}, keyed by customer id: send this.
 *
 * @param messageId follows from what caused the message; the same id is the same message
 * @param channel {@code email}, {@code sms} or {@code push}
 * @param template and its {@code templateVersion}: which record of {@link Topics#DEFINITIONS} renders it
 * @param to an address, an E.164 number, a device token
 * @param locale BCP 47
 * @param variables exactly what the template uses
 * @param requestedAt when the engine decided
 * @param dueAt when the step fell due, earlier than {@code requestedAt} after an outage
 * @param notAfter when it is no longer worth sending; absent where it always is
 * @param tickPartition and {@code tickOffset}: the tick in {@link Topics#EVENTS} that fired it; -1 if an event did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageCommand(
        String messageId,
        String customerId,
        String journey,
        String version,
        String run,
        String step,
        String channel,
        String template,
        String templateVersion,
        String to,
        String locale,
        Map<String, Object> variables,
        Instant requestedAt,
        Instant dueAt,
        Instant notAfter,
        int tickPartition,
        long tickOffset) {}
