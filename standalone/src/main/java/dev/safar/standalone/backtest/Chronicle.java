package dev.safar.standalone.backtest;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.MessageId;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.MessageDecision.MessageRequested;
import dev.safar.core.runtime.RunDecision;
import dev.safar.standalone.backtest.sort.ExternalSort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notes what became of one customer in one workspace. */
final class Chronicle implements Life.Witness {

    private final Totals totals;
    private final Account account;
    private final Optional<ExternalSort> decisions;
    private final Optional<Map<MessageId, MessageRequested>> messages;
    private long sequence;

    /**
     * @param decisions where every decision is noted, if somebody wants to read them
     * @param comparing whether the messages are asked for
     */
    Chronicle(Totals totals, Optional<ExternalSort> decisions, Comparing comparing) {
        this.totals = totals;
        this.account = new Account(totals);
        this.decisions = decisions;
        this.messages = comparing == Comparing.YES ? Optional.of(new LinkedHashMap<>()) : Optional.empty();
    }

    /** Whether there is another workspace whose messages count. */
    enum Comparing {
        YES,
        NO
    }

    @Override
    public void decided(Decision decision) {
        if (decision instanceof RunDecision.GoalReached goal) {
            totals.count(goal);
        }
        if (messages.isPresent() && decision instanceof MessageRequested message) {
            messages.get().put(message.message(), message);
        }
    }

    @Override
    public void recorded(DecisionRecord entry) {
        account.add(entry);
        decisions.ifPresent(sort -> note(entry, sort));
    }

    private void note(DecisionRecord entry, ExternalSort sort) {
        try {
            byte[] line = BacktestJson.line(DecisionLine.of(entry));
            sort.add(Keys.decision(entry.at(), entry.customer(), sequence++, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order in which they were sent; none if nobody compares them. */
    Map<MessageId, MessageRequested> messages() {
        return messages.orElse(Map.of());
    }
}
