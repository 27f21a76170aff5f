package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.SegmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Applies decisions to a customer. Nothing else changes one. */
public final class Evolution implements Decision.Visitor<Customer> {

    /** How long a finished run is carried for the sake of a message of which nothing more was heard. */
    static final Duration PATIENCE = Duration.ofDays(30);

    /** How long a finished run is carried for the sake of a goal that was reached in time and becomes known late. */
    static final Duration LATENESS = Duration.ofDays(2);

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
    public Customer visit(CustomerDecision.EventApplied decision) {
        boolean fromLog = decision.offset() > customer.offset(); // what a step lets happen never comes again
        CustomerBuilder moved = customer.but()
                .offset(decision.offset())
                .recentMessageIds(
                        fromLog
                                ? MessageIds.remember(customer.recentMessageIds(), decision.messageId())
                                : customer.recentMessageIds())
                .runs(carried(decision.at()))
                .pressure(customer.pressure().at(decision.at()));
        decision.kept()
                .ifPresent(
                        fields -> moved.history(with(customer.history(), decision.event(), grown(decision, fields))));
        decision.impression()
                .visit()
                .ifPresent(visit -> moved.browsing(customer.browsing().after(visit, decision.time(), decision.at())));
        return moved.build();
    }

    /** All that wait, and of the finished the latest that something was heard of. */
    private List<Run> carried(Instant now) {
        if (allLive()) {
            return customer.runs();
        }
        List<Run> finished = customer.runs().stream()
                .filter(run -> !run.live() && heardOfSince(run, now))
                .toList();
        List<Run> latest = finished.subList(Math.max(0, finished.size() - FINISHED_LIMIT), finished.size());
        return customer.runs().stream()
                .filter(run -> run.live() || latest.contains(run))
                .toList();
    }

    private boolean allLive() {
        for (Run run : customer.runs()) {
            if (!run.live()) {
                return false;
            }
        }
        return true;
    }

    private static boolean heardOfSince(Run run, Instant now) {
        boolean mayReachGoal = run.goalUntil()
                .filter(until -> !Instants.after(until, LATENESS).isBefore(now))
                .isPresent();
        return mayReachGoal
                || run.messages().stream().anyMatch(message -> !Instants.after(message.requestedAt(), PATIENCE)
                        .isBefore(now));
    }

    private EventHistory grown(CustomerDecision.EventApplied decision, Map<String, Object> fields) {
        EventHistory known = customer.history().get(decision.event());
        EventHistory.Occurrence occurrence = new EventHistory.Occurrence(decision.time(), fields);
        return known == null
                ? EventHistory.of(occurrence, decision.impression(), decision.at())
                : known.plus(occurrence, decision.impression(), decision.at());
    }

    @Override
    public Customer visit(CustomerDecision.EventIgnored decision) {
        return customer.but().offset(decision.offset()).build();
    }

    @Override
    public Customer visit(CustomerDecision.AttributesSet decision) {
        Map<String, Object> attributes = new HashMap<>(customer.attributes());
        attributes.putAll(decision.attributes());
        return customer.but().attributes(attributes).build();
    }

    @Override
    public Customer visit(CustomerDecision.ConsentSet decision) {
        return customer.but()
                .consents(with(customer.consents(), decision.channel(), decision.granted()))
                .build();
    }

    @Override
    public Customer visit(CustomerDecision.SilenceArmed decision) {
        return customer.but()
                .agenda(customer.agenda().withSilence(decision.journey(), decision.due()))
                .build();
    }

    @Override
    public Customer visit(CustomerDecision.SilenceEnded decision) {
        return customer.but()
                .agenda(customer.agenda().withoutSilence(decision.journey()))
                .build();
    }

    @Override
    public Customer visit(RunDecision.Entered decision) {
        var origin = new RunBuilder.Origin(decision.run(), decision.key(), decision.startedAt(), decision.start());
        List<Run> runs = new ArrayList<>(customer.runs());
        runs.add(new RunBuilder(origin, decision.journey(), decision.firstStep())
                .goalUntil(decision.goalUntil())
                .build());
        JourneyId journey = decision.journey().id();
        Pressure pressure = decision.cooldownUntil()
                .map(until -> customer.pressure().cooling(journey, until))
                .orElse(customer.pressure());
        return customer.but().runs(runs).pressure(pressure).build();
    }

    @Override
    public Customer visit(RunDecision.NotEntered decision) {
        return customer;
    }

    @Override
    public Customer visit(RunDecision.Waiting decision) {
        return changed(decision.run(), run -> run.waitingAt(decision.step(), decision.due()));
    }

    @Override
    public Customer visit(RunDecision.Branched decision) {
        return customer;
    }

    @Override
    public Customer visit(RunDecision.Offered decision) {
        Customer changed = changed(decision.run(), run -> run.offering(decision.offer()));
        return decision.budgeted()
                ? changed.but()
                        .pressure(customer.pressure().offered(decision.at()))
                        .build()
                : changed;
    }

    @Override
    public Customer visit(MessageDecision.MessageRequested decision) {
        SentMessage message = new SentMessage(
                decision.message(),
                decision.step(),
                decision.channel(),
                decision.at(),
                decision.untried(),
                decision.notAfter(),
                SentMessage.Status.REQUESTED);
        Customer changed = changed(decision.run(), run -> {
            List<SentMessage> messages = new ArrayList<>(run.messages());
            messages.add(message);
            return run.sending(messages);
        });
        return decision.capped()
                ? changed.but()
                        .pressure(customer.pressure().sent(decision.channel(), decision.at()))
                        .build()
                : changed;
    }

    @Override
    public Customer visit(MessageDecision.MessageSkipped decision) {
        return customer;
    }

    @Override
    public Customer visit(MessageDecision.MessageRetracted decision) {
        return changed(decision.run(), progress(decision.message(), SentMessage.Status.RETRACTED));
    }

    @Override
    public Customer visit(MessageDecision.MessageProgressed decision) {
        return changed(decision.run(), progress(decision.message(), decision.status()));
    }

    @Override
    public Customer visit(CustomerDecision.Arranged decision) {
        return customer.but()
                .arranged(decision.workspace())
                .firstSeen(customer.firstSeen().or(() -> Optional.of(decision.at())))
                .build();
    }

    @Override
    public Customer visit(RunDecision.Migrated decision) {
        return changed(decision.run(), run -> run.migrated(decision.to(), decision.step(), decision.due()));
    }

    @Override
    public Customer visit(CustomerDecision.TopicConsentSet decision) {
        return customer.but()
                .topics(with(customer.topics(), decision.topic(), decision.granted()))
                .build();
    }

    @Override
    public Customer visit(CustomerDecision.SegmentEntered decision) {
        Set<SegmentId> segments = new HashSet<>(customer.segments());
        segments.add(decision.segment());
        return customer.but().segments(segments).build();
    }

    @Override
    public Customer visit(CustomerDecision.SegmentLeft decision) {
        Set<SegmentId> segments = new HashSet<>(customer.segments());
        segments.remove(decision.segment());
        return customer.but().segments(segments).build();
    }

    @Override
    public Customer visit(CustomerDecision.SegmentCheckSet decision) {
        return customer.but()
                .agenda(customer.agenda().checkingSegments(decision.due()))
                .build();
    }

    @Override
    public Customer visit(CustomerDecision.DateSet decision) {
        return customer.but()
                .agenda(customer.agenda().withDate(decision.journey(), decision.due()))
                .build();
    }

    @Override
    public Customer visit(CustomerDecision.DateCleared decision) {
        return customer.but()
                .agenda(customer.agenda().withoutDate(decision.journey()))
                .build();
    }

    @Override
    public Customer visit(RunDecision.ValuesSet decision) {
        Map<String, Object> attributes = new HashMap<>(customer.attributes());
        attributes.putAll(decision.customer());
        return changed(decision.run(), run -> run.knowing(decision.values()))
                .but()
                .attributes(attributes)
                .build();
    }

    @Override
    public Customer visit(MessageDecision.MessageHeld decision) {
        return changed(decision.run(), run -> run.heldAt(decision.step(), decision.since(), decision.until()));
    }

    @Override
    public Customer visit(RunDecision.OfferRefused decision) {
        return changed(decision.run(), Run::offeringNothing);
    }

    @Override
    public Customer visit(MessageDecision.CallRequested decision) {
        return customer;
    }

    @Override
    public Customer visit(MessageDecision.CallAnswered decision) {
        return customer;
    }

    @Override
    public Customer visit(RunDecision.EventEmitted decision) {
        return customer;
    }

    @Override
    public Customer visit(RunDecision.EmissionRefused decision) {
        return customer;
    }

    @Override
    public Customer visit(RunDecision.Begun decision) {
        return customer;
    }

    @Override
    public Customer visit(RunDecision.GoalReached decision) {
        return changed(decision.run(), Run::withGoalReached);
    }

    @Override
    public Customer visit(RunDecision.Finished decision) {
        return changed(decision.run(), run -> run.finished(decision.step(), decision.reason()));
    }

    private static UnaryOperator<Run> progress(MessageId id, SentMessage.Status status) {
        return run -> run.sending(run.messages().stream()
                .map(message -> message.id().equals(id) ? message.with(status) : message)
                .toList());
    }

    private Customer changed(RunId id, UnaryOperator<Run> change) {
        List<Run> runs = new ArrayList<>(customer.runs().size());
        for (Run run : customer.runs()) {
            Run changed = run.id().equals(id) ? change.apply(run) : run;
            if (changed.needed()) {
                runs.add(changed);
            }
        }
        return customer.but().runs(runs).build();
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
