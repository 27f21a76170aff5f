package dev.safar.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * A record of {@code messages.*}, keyed by customer id: send this. On the channel {@code webhook}: post {@code variables} to
 * {@code to} as JSON, by {@code notAfter}, and report {@link Receipts#WEBHOOK_ANSWERED}.
 *
 * @param messageId follows from what caused the message; the same id is the same message
 * @param channel {@code email}, {@code sms}, {@code push}, {@code inapp} or {@code webhook}
 * @param template and its {@code templateVersion}: which record of {@link Topics#DEFINITIONS} renders it; absent
 *     on {@code webhook}
 * @param to an address, an E.164 number, a device token; on {@code webhook} a URL, on {@code inapp} of no meaning: the
 *     customer is addressed
 * @param locale BCP 47
 * @param variables exactly what the template uses; on {@code webhook} the JSON body
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
