package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import java.time.Instant;
import java.util.Map;

/** A record of the ledger in the making: what is not said stays absent. */
final class LedgerEntry {

    private final String customer;
    private final String type;
    private final Instant at;
    private JourneyRef journey;
    private RunId run;
    private StepId step;
    private Channel channel;
    private TemplateId template;
    private MessageId message;
    private String reason;
    private Map<String, Object> details = Map.of();

    LedgerEntry(String customer, String type, Instant at) {
        this.customer = customer;
        this.type = type;
        this.at = at;
    }

    LedgerEntry journey(JourneyRef value) {
        journey = value;
        return this;
    }

    LedgerEntry run(JourneyRef ofJourney, RunId value) {
        run = value;
        return journey(ofJourney);
    }

    LedgerEntry step(StepId value) {
        step = value;
        return this;
    }

    LedgerEntry channel(Channel value) {
        channel = value;
        return this;
    }

    LedgerEntry message(Channel on, MessageId value) {
        return channel(on).message(value);
    }

    LedgerEntry message(MessageId value) {
        message = value;
        return this;
    }

    LedgerEntry template(TemplateId value) {
        template = value;
        return this;
    }

    LedgerEntry reason(String value) {
        reason = value;
        return this;
    }

    LedgerEntry details(Map<String, Object> value) {
        details = value;
        return this;
    }

    DecisionRecord build() {
        return new DecisionRecord(
                at,
                customer,
                journey == null ? null : journey.id().value(),
                journey == null ? null : journey.version(),
                run == null ? null : run.value(),
                type,
                step == null ? null : step.value(),
                channel == null ? null : channel.wireName(),
                template == null ? null : template.value(),
                message == null ? null : message.value(),
                reason,
                details);
    }
}
