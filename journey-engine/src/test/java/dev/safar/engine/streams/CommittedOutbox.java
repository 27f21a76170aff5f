package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Retraction;
import dev.safar.contracts.Topics;
import java.util.List;

/** All that an engine has said of a partition, as those see it who read committed records only. */
record CommittedOutbox(
        List<MessageCommand> messages,
        List<DecisionRecord> decisions,
        List<Retraction> retractions,
        List<DeadLetter> deadLetters) {

    static CommittedOutbox of(SimulatedPartition partition) {
        List<Output> outputs = partition.outbox();
        return new CommittedOutbox(
                read(outputs, Topics.MESSAGES_EMAIL, MessageCommand.class),
                read(outputs, Topics.DECISIONS, DecisionRecord.class),
                read(outputs, Topics.RETRACTIONS, Retraction.class),
                read(outputs, Topics.DEAD_LETTERS, DeadLetter.class));
    }

    List<DecisionRecord> decisions(String type) {
        return decisions.stream()
                .filter(decision -> decision.type().equals(type))
                .toList();
    }

    private static <T> List<T> read(List<Output> outputs, String topic, Class<T> type) {
        return outputs.stream()
                .filter(output -> output.topic().equals(topic))
                .map(output -> ContractJson.read(output.value(), type))
                .toList();
    }
}
