package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Template;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts messages into the outbox, or says why not or not yet: every send step gives exactly one of the three. */
final class Outbox {

    private final Workspace workspace;
    private final Gate gate;
    private final Offers offers;
    private final Reachability reachability;
    private final Variables variables;

    Outbox(Workspace workspace) {
        this.workspace = workspace;
        this.gate = new Gate(workspace);
        this.offers = new Offers(workspace.settings().policies());
        this.reachability = new Reachability(workspace.settings());
        this.variables = new Variables(workspace.settings());
    }

    Settings settings() {
        return workspace.settings();
    }

    /** What messages can show. */
    Offers offers() {
        return offers;
    }

    /**
     * The run has come to a send step that fell due at {@code dueAt}, or is held back at it.
     *
     * @return whether the message waits for its turn, and the run with it
     */
    boolean send(Run run, Step.Send step, Instant dueAt, Deliberation deliberation) {
        Instant since = run.heldBackAt(step.id()).orElse(dueAt);
        Optional<Instant> notAfter = step.notLaterThan().map(limit -> Instants.after(since, limit));
        Wanted wanted = new Wanted(run.id(), step, step.channels(), since, notAfter);
        Gate.Verdict verdict = gate.of(wanted, run, deliberation);
        if (verdict instanceof Gate.Verdict.Hold hold) {
            deliberation.emit(new MessageDecision.MessageHeld(
                    run.id(),
                    run.journey(),
                    step.id(),
                    hold.channel(),
                    step.template(),
                    hold.reason(),
                    since,
                    hold.until(),
                    deliberation.now()));
            return true;
        }
        carryOut(verdict, wanted, run, deliberation);
        return false;
    }

    /** A message has failed: the next of its channels is tried, now or never, since the run has gone on. */
    void fallBack(Run run, Step.Send step, SentMessage failed, Deliberation deliberation) {
        Instant dueAt = run.messages().stream()
                .filter(message -> message.step().equals(failed.step()))
                .map(SentMessage::requestedAt)
                .findFirst()
                .orElse(failed.requestedAt());
        Wanted wanted = new Wanted(run.id(), step, failed.untried(), dueAt, failed.notAfter());
        carryOut(gate.of(wanted, run, deliberation), wanted, run, deliberation);
    }

    /** Says that a message is not sent, though a step asked for it. */
    void skip(Run run, Step.Send step, List<Channel> channels, String reason, Deliberation deliberation) {
        deliberation.emit(new MessageDecision.MessageSkipped(
                run.id(), run.journey(), step.id(), channels, step.template(), reason, deliberation.now()));
    }

    private void carryOut(Gate.Verdict verdict, Wanted wanted, Run run, Deliberation deliberation) {
        if (verdict instanceof Gate.Verdict.Pass pass) {
            deliberation.emit(message(wanted, run, pass, deliberation));
        } else if (verdict instanceof Gate.Verdict.Skip skip) {
            skip(run, wanted.step(), wanted.channels(), skip.reason(), deliberation);
        } else if (verdict instanceof Gate.Verdict.Hold hold) {
            skip(run, wanted.step(), wanted.channels(), hold.reason(), deliberation);
        }
    }

    private Decision message(Wanted wanted, Run run, Gate.Verdict.Pass pass, Deliberation deliberation) {
        Customer customer = deliberation.customer();
        StepId step = wanted.step().id();
        Channel channel = pass.channel();
        Template template = pass.template();
        long before = run.messages().stream()
                .filter(message -> message.step().equals(step))
                .count();
        return new MessageDecision.MessageRequested(
                run.id(),
                run.journey(),
                step,
                Ids.message(run.id(), step, before, channel),
                channel,
                template.id(),
                template.version(),
                reachability.address(channel, customer).orElseThrow(),
                locale(customer),
                variables.select(
                        template.variables().getOrDefault(channel, Set.of()),
                        customer,
                        run,
                        Values.of(wanted.step().with(), deliberation.momentOf(run))),
                wanted.dueAt(),
                wanted.notAfter(),
                wanted.after(channel),
                pass.capped(),
                deliberation.now());
    }

    private String locale(Customer customer) {
        return customer.attributes().get("locale") instanceof String own && !own.isBlank()
                ? own.strip()
                : workspace.settings().locale();
    }
}
