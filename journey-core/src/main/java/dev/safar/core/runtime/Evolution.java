package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies decisions to a customer. Nothing else changes one. */
public final class Evolution implements Decision.Visitor<Customer> {

    /** How long a finished run is carried for the sake of a message of which nothing more was heard. */
    static final Duration PATIENCE = Duration.ofDays(30);

    /** How many finished runs are carried at most. */
    static final int FINISHED_LIMIT = 64;

    private final Customer customer;

    private Evolution(Customer customer) {
        this.customer = customer;
    }

    public static Customer apply(Customer customer, Decision decision) {
        return decision.accept(new Evolution(customer));
    }

    /** Applies decisions in order: all of a customer's life gives the customer. */
    public static Customer replay(Customer customer, List<Decision> decisions) {
        Customer now = customer;
        for (Decision decision : decisions) {
            now = apply(now, decision);
        }
        return now;
    }

    @Override
    public Customer visit(Decision.EventApplied decision) {
        Customer moved = customer.at(
                        decision.offset(), MessageIds.remember(customer.recentMessageIds(), decision.messageId()))
                .withRuns(carried(decision.at()));
        return decision.kept()
                .map(fields -> moved.withHistory(with(
                        customer.history(),
                        decision.event(),
                        grown(decision.event(), new EventHistory.Occurrence(decision.time(), fields)))))
                .orElse(moved);
    }

    /** All that wait, and of the finished the latest that something was heard of. */
    private List<Run> carried(Instant now) {
        List<Run> finished = customer.runs().stream()
                .filter(run -> !run.live() && heardOfSince(run, now))
                .toList();
        List<Run> latest = finished.subList(Math.max(0, finished.size() - FINISHED_LIMIT), finished.size());
        return customer.runs().stream()
                .filter(run -> run.live() || latest.contains(run))
                .toList();
    }

    private static boolean heardOfSince(Run run, Instant now) {
        return run.messages().stream().anyMatch(message -> !Instants.after(message.requestedAt(), PATIENCE)
                .isBefore(now));
    }

    private EventHistory grown(String event, EventHistory.Occurrence occurrence) {
        EventHistory known = customer.history().get(event);
        return known == null ? EventHistory.of(occurrence) : known.plus(occurrence);
    }

    @Override
    public Customer visit(Decision.EventIgnored decision) {
        return customer.at(decision.offset(), customer.recentMessageIds());
    }

    @Override
    public Customer visit(Decision.AttributesSet decision) {
        Map<String, Object> attributes = new HashMap<>(customer.attributes());
        attributes.putAll(decision.attributes());
        return customer.withAttributes(attributes);
    }

    @Override
    public Customer visit(Decision.ConsentSet decision) {
        return customer.withConsents(with(customer.consents(), decision.channel(), decision.granted()));
    }

    @Override
    public Customer visit(Decision.SilenceArmed decision) {
        return customer.withSilences(with(customer.silences(), decision.journey(), decision.due()));
    }

    @Override
    public Customer visit(Decision.SilenceEnded decision) {
        Map<JourneyId, Instant> silences = new HashMap<>(customer.silences());
        silences.remove(decision.journey());
        return customer.withSilences(silences);
    }

    @Override
    public Customer visit(Decision.Entered decision) {
        List<Run> runs = new ArrayList<>(customer.runs());
        runs.add(new Run(
                decision.run(),
                decision.journey(),
                decision.key(),
                decision.startedAt(),
                decision.start(),
                decision.firstStep(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty()));
        return customer.withRuns(runs);
    }

    @Override
    public Customer visit(Decision.NotEntered decision) {
        return customer;
    }

    @Override
    public Customer visit(Decision.Waiting decision) {
        return changed(decision.run(), run -> run.waitingAt(decision.step(), decision.due()));
    }

    @Override
    public Customer visit(Decision.Branched decision) {
        return customer;
    }

    @Override
    public Customer visit(Decision.Offered decision) {
        return changed(decision.run(), run -> run.offering(decision.offer()));
    }

    @Override
    public Customer visit(Decision.MessageRequested decision) {
        SentMessage message = new SentMessage(
                decision.message(),
                decision.step(),
                decision.channel(),
                decision.at(),
                decision.untried(),
                decision.notAfter(),
                SentMessage.Status.REQUESTED);
        return changed(decision.run(), run -> {
            List<SentMessage> messages = new ArrayList<>(run.messages());
            messages.add(message);
            return run.sending(messages);
        });
    }

    @Override
    public Customer visit(Decision.MessageSkipped decision) {
        return customer;
    }

    @Override
    public Customer visit(Decision.MessageRetracted decision) {
        return changed(decision.run(), progress(decision.message(), SentMessage.Status.RETRACTED));
    }

    @Override
    public Customer visit(Decision.MessageProgressed decision) {
        return changed(decision.run(), progress(decision.message(), decision.status()));
    }

    @Override
    public Customer visit(Decision.Finished decision) {
        return changed(decision.run(), run -> run.finished(decision.step(), decision.reason()));
    }

    private static UnaryOperator<Run> progress(MessageId id, SentMessage.Status status) {
        return run -> run.sending(run.messages().stream()
                .map(message -> message.id().equals(id) ? message.with(status) : message)
                .toList());
    }

    private Customer changed(RunId id, UnaryOperator<Run> change) {
        return customer.withRuns(customer.runs().stream()
                .map(run -> run.id().equals(id) ? change.apply(run) : run)
                .filter(Run::needed)
                .toList());
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
