package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.RunId;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Template;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts messages into the outbox, or says why not: every send step gives exactly one of the two. */
final class Outbox {

    static final String TOO_LATE = "too-late";
    static final String NO_TEMPLATE = "no-template";

    private final Workspace workspace;
    private final Reachability reachability;
    private final Variables variables;

    Outbox(Workspace workspace) {
        this.workspace = workspace;
        this.reachability = new Reachability(workspace.settings());
        this.variables = new Variables(workspace.settings());
    }

    Settings settings() {
        return workspace.settings();
    }

    /**
     * The run has come to a send step that fell due at {@code dueAt}.
     *
     * @return whether the message waits for its turn, and the run with it
     */
    boolean send(Run run, Step.Send step, Instant dueAt, Deliberation deliberation) {
        Optional<Instant> notAfter = step.notLaterThan().map(limit -> Instants.after(dueAt, limit));
        request(new Wanted(run.id(), step, step.channels(), dueAt, notAfter), deliberation);
        return false;
    }

    /** A message has failed: the next of its channels is tried. */
    void fallBack(Run run, Step.Send step, SentMessage failed, Deliberation deliberation) {
        Instant dueAt = run.messages().stream()
                .filter(message -> message.step().equals(failed.step()))
                .map(SentMessage::requestedAt)
                .findFirst()
                .orElse(failed.requestedAt());
        request(new Wanted(run.id(), step, failed.untried(), dueAt, failed.notAfter()), deliberation);
    }

    /** Says that a message is not sent, though a step asked for it. */
    void skip(Run run, Step.Send step, List<Channel> channels, String reason, Deliberation deliberation) {
        deliberation.emit(new Decision.MessageSkipped(
                run.id(), run.journey(), step.id(), channels, step.template(), reason, deliberation.now()));
    }

    private void request(Wanted wanted, Deliberation deliberation) {
        Customer customer = deliberation.customer();
        Run run = deliberation.run(wanted.run()).orElseThrow();
        Optional<Channel> channel = reachability.firstOf(wanted.channels(), customer);
        Optional<Template> template =
                workspace.template(run.journey(), wanted.step().template());
        if (wanted.notAfter().filter(deliberation.now()::isAfter).isPresent()) {
            skip(run, wanted.step(), wanted.channels(), TOO_LATE, deliberation);
        } else if (channel.isEmpty()) {
            String obstacle = reachability.obstacle(wanted.channels(), customer);
            skip(run, wanted.step(), wanted.channels(), obstacle, deliberation);
        } else if (template.isEmpty()) {
            skip(run, wanted.step(), wanted.channels(), NO_TEMPLATE, deliberation);
        } else {
            deliberation.emit(message(wanted, run, template.get(), channel.get(), deliberation));
        }
    }

    private Decision message(Wanted wanted, Run run, Template template, Channel channel, Deliberation deliberation) {
        Customer customer = deliberation.customer();
        StepId step = wanted.step().id();
        long before = run.messages().stream()
                .filter(message -> message.step().equals(step))
                .count();
        return new Decision.MessageRequested(
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
                wanted.channels()
                        .subList(
                                wanted.channels().indexOf(channel) + 1,
                                wanted.channels().size()),
                false,
                deliberation.now());
    }

    private String locale(Customer customer) {
        return customer.attributes().get("locale") instanceof String own && !own.isBlank()
                ? own.strip()
                : workspace.settings().locale();
    }

    /** A message wanted on the first of {@code channels} that will do. */
    private record Wanted(
            RunId run, Step.Send step, List<Channel> channels, Instant dueAt, Optional<Instant> notAfter) {}
}
