package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Retraction;
import dev.safar.contracts.Topics;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.MessageDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What leaves the engine because of decisions: the ledger, orders to send, orders not to send. */
final class Publications {

    private static final String WEBHOOK = "webhook";

    private Publications() {}

    static List<Output> of(String customer, List<Decision> decisions, Cause cause) {
        var ledger = new Ledger(customer);
        List<Output> outputs = new ArrayList<>();
        for (Decision decision : decisions) {
            order(customer, decision, cause).ifPresent(outputs::add);
            Optional<DecisionRecord> entry = decision.accept(ledger);
            entry.ifPresent(record -> outputs.add(new Output(Topics.DECISIONS, ContractJson.write(record))));
        }
        return outputs;
    }

    private static Optional<Output> order(String customer, Decision decision, Cause cause) {
        if (decision instanceof MessageDecision.MessageRequested requested) {
            String topic = Topics.messages(requested.channel().wireName());
            return Optional.of(new Output(topic, ContractJson.write(command(customer, requested, cause))));
        }
        if (decision instanceof MessageDecision.CallRequested called) {
            return Optional.of(new Output(Topics.MESSAGES_WEBHOOK, ContractJson.write(call(customer, called, cause))));
        }
        if (decision instanceof MessageDecision.MessageRetracted retracted) {
            return Optional.of(new Output(Topics.RETRACTIONS, ContractJson.write(retraction(customer, retracted))));
        }
        return Optional.empty();
    }

    private static MessageCommand command(String customer, MessageDecision.MessageRequested requested, Cause cause) {
        return new MessageCommand(
                requested.message().value(),
                customer,
                requested.journey().id().value(),
                requested.journey().version(),
                requested.run().value(),
                requested.step().value(),
                requested.channel().wireName(),
                requested.template().value(),
                requested.templateVersion(),
                requested.to(),
                requested.locale(),
                requested.variables(),
                requested.at(),
                requested.dueAt(),
                requested.notAfter().orElse(null),
                cause.tick() ? cause.partition() : -1,
                cause.tick() ? cause.offset() : -1);
    }

    /** A call travels as a message does, without a template. */
    private static MessageCommand call(String customer, MessageDecision.CallRequested called, Cause cause) {
        return new MessageCommand(
                called.call().value(),
                customer,
                called.journey().id().value(),
                called.journey().version(),
                called.run().value(),
                called.step().value(),
                WEBHOOK,
                null,
                null,
                called.url(),
                null,
                called.body(),
                called.at(),
                called.at(),
                called.notAfter(),
                cause.tick() ? cause.partition() : -1,
                cause.tick() ? cause.offset() : -1);
    }

    private static Retraction retraction(String customer, MessageDecision.MessageRetracted retracted) {
        return new Retraction(
                retracted.message().value(),
                customer,
                retracted.channel().wireName(),
                retracted.reason(),
                retracted.at());
    }
}
