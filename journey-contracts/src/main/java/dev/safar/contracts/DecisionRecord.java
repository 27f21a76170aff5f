package dev.safar.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * A record of {@link Topics#DECISIONS}, keyed by customer id: what was decided and why.
 *
 * @param type {@code entered}, {@code not-entered}, {@code waiting}, {@code branched}, {@code offered}, {@code send},
 *     {@code skipped}, {@code retracted}, {@code progressed}, {@code finished}, {@code ignored}, …
 * @param reason why; on {@code finished} how it ended
 * @param details what else belongs to the type, such as {@code due}, {@code branch}, {@code code}, {@code status}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DecisionRecord(
        Instant at,
        String customer,
        String journey,
        String version,
        String run,
        String type,
        String step,
        String channel,
        String template,
        String messageId,
        String reason,
        Map<String, Object> details) {}
