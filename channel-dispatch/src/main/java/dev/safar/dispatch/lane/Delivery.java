package dev.safar.dispatch.lane;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.lane.Tenure.TenureEndedException;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import dev.safar.dispatch.policy.Next;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.Envelope;
import dev.safar.dispatch.render.CompiledTemplate;
import dev.safar.dispatch.render.RenderException;
import dev.safar.dispatch.tracking.MessageRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees one message through: to the provider, or to the reason why not. The order is what makes a restart harmless: note the
 * attempt, ask whether the message is still wanted, hand it over, note the answer, report it.
 */
final class Delivery {

    private static final Duration TEMPLATE_POLL = Duration.ofMillis(50);

    private final DeliveryTools tools;
    private final Journal journal;
    private final Outlet<?> outlet;
    private final MessageCommand message;
    private final Tenure tenure;
    private Tally tally = Tally.NONE;

    Delivery(DeliveryTools tools, Journal journal, Outlet<?> outlet, MessageCommand message) {
        this.tools = tools;
        this.journal = journal;
        this.outlet = outlet;
        this.message = message;
        this.tenure = journal.tenure();
    }

    /** Returns when nothing remains to be done; ends early, and undone, with the tenure. */
    void run() throws TenureEndedException {
        Optional<LedgerEntry> earlier = journal.earlier(message.messageId());
        if (earlier.isPresent() && earlier.get().concluded()) {
            journal.record(earlier.get());
            return;
        }
        if (earlier.isPresent() && earlier.get().waiting()) {
            return;
        }
        earlier.ifPresent(this::takeUp);
        if (tools.retries().exhausted(tally)) {
            conclude(Status.FAILED, "no-answer");
            return;
        }
        try {
            Optional<Outlet.Prepared> prepared = prepare();
            if (prepared.isPresent()) {
                deliver(prepared.get());
            }
        } catch (RenderException e) {
            conclude(Status.FAILED, e.getMessage());
        }
    }

    private void takeUp(LedgerEntry earlier) {
        tally = earlier.tally() == null ? Tally.NONE : earlier.tally();
        if (earlier.uncertain()) {
            tally = tally.unknown();
            tools.meter().uncertain(message.channel());
        }
    }

    private Optional<Outlet.Prepared> prepare() throws TenureEndedException {
        Duration waited = Duration.ZERO;
        while (!droppedNow()) {
            Optional<CompiledTemplate> template = template();
            if (template.isPresent()) {
                return Optional.of(outlet.prepare(template.get(), message));
            }
            if (waited.compareTo(tools.templateWait()) >= 0) {
                conclude(Status.FAILED, "template-missing");
                return Optional.empty();
            }
            tenure.pause(TEMPLATE_POLL);
            waited = waited.plus(TEMPLATE_POLL);
        }
        return Optional.empty();
    }

    private Optional<CompiledTemplate> template() {
        return message.template() == null
                ? Optional.of(CompiledTemplate.NONE)
                : tools.templates().find(message.template(), message.templateVersion());
    }

    private void deliver(Outlet.Prepared prepared) throws TenureEndedException {
        while (!droppedNow()) {
            Duration wait = outlet.gate();
            if (wait.isZero()) {
                tenure.ensureOpen();
                journal.note(message, Status.ATTEMPTED, tally);
                // once more: a retraction may have come in while the attempt was noted
                if (droppedNow() || attempt(prepared)) {
                    return;
                }
            } else {
                tenure.pause(wait);
            }
        }
    }

    /** True if the message is done with. */
    private boolean attempt(Outlet.Prepared prepared) throws TenureEndedException {
        // last of all: what is known of retractions is forgotten after the tenure
        while (tenure.ensureOpen()) {
            // who stood still has heard of none meanwhile
            if (droppedNow()) {
                return true;
            }
        }
        Answer answer = ask(prepared);
        Next next = next(answer);
        if (next instanceof Next.Sent sent) {
            journal.conclude(message, Status.SENT, new Journal.Outcome(null, sent.providerId(), tally, answer.reply()));
            return true;
        }
        if (next instanceof Next.Kept kept) {
            journal.shelve(message, kept.shelved(), tally);
            // once more: a retraction may have come in before the shelf had it
            if (retracted()) {
                tools.shelf().retract(message.messageId());
            }
            return true;
        }
        if (next instanceof Next.Failed failed) {
            journal.conclude(message, Status.FAILED, new Journal.Outcome(failed.reason(), null, tally, answer.reply()));
            return true;
        }
        postpone((Next.Again) next);
        return false;
    }

    private Next next(Answer answer) {
        if (outlet.provider().awaited() && message.notAfter() != null) {
            Duration left = Duration.between(tools.clock().instant(), message.notAfter());
            return tools.retries().after(answer, tally, left);
        }
        return tools.retries().after(answer, tally);
    }

    private Answer ask(Outlet.Prepared prepared) {
        long began = System.nanoTime();
        try {
            return prepared.send(envelope());
        } finally {
            tools.meter().attempted(message.channel(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void postpone(Next.Again again) throws TenureEndedException {
        tally = again.tally();
        if (again.certain()) {
            journal.note(message, Status.POSTPONED, tally);
        } else {
            tools.meter().uncertain(message.channel());
        }
        tenure.pause(again.delay());
    }

    private boolean droppedNow() throws TenureEndedException {
        Optional<String> reason =
                tools.policy().reasonToDrop(message, retracted(), tools.clock().instant());
        if (reason.isPresent()) {
            tools.meter().dropped(message.channel(), reason.get());
            conclude(Status.DROPPED, reason.get());
        }
        return reason.isPresent();
    }

    private boolean retracted() {
        return tools.retractions().contains(tenure.partition().partition(), message.messageId());
    }

    private void conclude(Status status, String reason) throws TenureEndedException {
        journal.conclude(message, status, Journal.Outcome.because(reason, tally));
    }

    private Envelope envelope() {
        Instant now = tools.clock().instant();
        return new Envelope(
                MessageRef.of(message),
                tools.templates().workspace().sender(message.channel()),
                message.to(),
                now,
                Optional.ofNullable(message.notAfter()).map(end -> Duration.between(now, end)));
    }
}
