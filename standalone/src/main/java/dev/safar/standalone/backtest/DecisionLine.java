package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.safar.contracts.DecisionRecord;
import java.time.Instant;
import java.util.Map;

/** A line of the file of decisions: a record of the decisions topic in which what always can be asked for is always there. */
@JsonPropertyOrder({"at", "customer", "journey", "run", "type", "step", "channel", "template", "reason"})
record DecisionLine(
        Instant at,
        String customer,
        String journey,
        String run,
        String type,
        String step,
        String channel,
        String template,
        String reason,
        @JsonInclude(Include.NON_EMPTY) String version,
        @JsonInclude(Include.NON_EMPTY) String messageId,
        @JsonInclude(Include.NON_EMPTY) Map<String, Object> details) {

    static DecisionLine of(DecisionRecord decision) {
        return new DecisionLine(
                decision.at(),
                decision.customer(),
                decision.journey(),
                decision.run(),
                decision.type(),
                decision.step(),
                decision.channel(),
                decision.template(),
                decision.reason(),
                decision.version(),
                decision.messageId(),
                decision.details());
    }
}
