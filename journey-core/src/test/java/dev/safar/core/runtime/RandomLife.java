package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A customer to whom anything happens, in any order, and all that was decided, input by input. */
final class RandomLife {

    /** One thing that happens: so long after the thing before, and known so late. */
    record Move(Kind kind, int pick, Duration pause, Duration late) {}

    enum Kind {
        EVENT,
        IMPORT,
        REPEAT,
        CONSENT,
        REPORT,
        ANSWER,
        CALL,
        SCHEDULE,
        TICK
    }

    /** An input and what it led to. */
    record Moment(Input input, Instant now, List<Decision> decided, Customer before, Customer after) {}

    static Arbitrary<List<Move>> scripts() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(10, Kind.EVENT),
                Tuple.of(1, Kind.IMPORT),
                Tuple.of(2, Kind.REPEAT),
                Tuple.of(2, Kind.CONSENT),
                Tuple.of(4, Kind.REPORT),
                Tuple.of(3, Kind.ANSWER),
                Tuple.of(1, Kind.CALL),
                Tuple.of(1, Kind.SCHEDULE),
                Tuple.of(6, Kind.TICK));
        Arbitrary<Duration> pauses = Arbitraries.integers().between(0, 120).map(Duration::ofMinutes);
        Arbitrary<Duration> delays = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Duration.ZERO)),
                Tuple.of(1, Arbitraries.integers().between(1, 180).map(Duration::ofMinutes)));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 1000), pauses, delays)
                .as(Move::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    private final Decider decider;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final LongSupplier log;
    private Customer customer;
    private Instant now = Life.T0;
    private long offset;

    /** @param log gives each event its position in the log that the customer shares with others */
    RandomLife(Decider decider, String customer, LongSupplier log) {
        this.decider = decider;
        this.customer = Customer.unknown(customer);
        this.log = log;
    }

    static List<Moment> of(Workspace workspace, List<Move> script) {
        RandomLife life = new RandomLife(new Decider(workspace), "ada", new AtomicLong()::getAndIncrement);
        life.begin();
        script.forEach(life::make);
        return life.moments;
    }

    List<Moment> moments() {
        return moments;
    }

    void begin() {
        occurs(new Event(
                Event.IDENTIFY,
                "identify",
                Life.T0,
                Map.of(),
                Map.of("email", "a", "phone", "1", "push_token", "t", "consents", List.of("email", "sms", "push")),
                false));
    }

    void make(Move move) {
        now = now.plus(move.pause());
        switch (move.kind()) {
            case EVENT -> occurs(event(move, false));
            case IMPORT -> occurs(event(move, true));
            case REPEAT -> occurs(remembered(move));
            case CONSENT -> occurs(consent(move));
            case REPORT -> report(move);
            case ANSWER -> answer(move);
            case CALL -> occurs(call(move));
            case SCHEDULE -> decide(scheduled(move));
            case TICK -> decide(new Input.TimePassed());
        }
    }

    /** One of those that are recognised: what comes again after so many others counts as new. */
    private Event remembered(Move move) {
        int last = Math.min(events.size(), Customer.MESSAGE_ID_LIMIT);
        return events.get(events.size() - 1 - move.pick() % last);
    }

    private Event event(Move move, boolean historical) {
        String name = RandomJourneys.EVENTS.get(move.pick() % 3);
        Map<String, Object> fields = move.pick() % 7 == 0 ? Map.of() : Map.of("k", "key" + move.pick() % 2);
        return new Event(name, "m" + offset, now.minus(move.late()), fields, Map.of(), historical);
    }

    private Event consent(Move move) {
        Map<String, Object> consents = Map.of("email", move.pick() % 2 == 0, "sms", move.pick() % 3 == 0);
        Map<String, Object> traits = new HashMap<>(Map.of("consents", consents));
        String date = move.pick() % 5 == 0 ? "never" : "2026-03-0" + (1 + move.pick() % 7);
        traits.put(RandomStarts.DATE, move.pick() % 2 == 0 ? date : date + "T00:00:00Z");
        traits.put("zone", move.pick() % 4 == 0 ? "Pacific/Apia" : "Europe/Berlin");
        return new Event(Event.IDENTIFY, "m" + offset, now, Map.of(), traits, false);
    }

    private Event call(Move move) {
        Map<String, Object> fields = Map.of("journey", "j" + move.pick() % 4, "k", "key" + move.pick() % 2);
        return new Event(Event.JOURNEY_CALLED, "m" + offset, now.minus(move.late()), fields, Map.of(), false);
    }

    /** A time of a timetable comes once. */
    private Input scheduled(Move move) {
        Instant due = now.minus(move.late()).minusNanos(moments.size());
        return new Input.Scheduled(new JourneyId("j" + move.pick() % 4), due);
    }

    private void report(Move move) {
        List<SentMessage> messages =
                customer.runs().stream().flatMap(run -> run.messages().stream()).toList();
        Map<String, Object> fields = new HashMap<>();
        fields.put("message_id", "unknown");
        if (!messages.isEmpty()) {
            fields.put(
                    "message_id",
                    messages.get(move.pick() % messages.size()).id().value());
        }
        List<String> kinds = ReceiptEvents.kinds();
        String name = ReceiptEvents.name(Channel.EMAIL, kinds.get(move.pick() % kinds.size()));
        occurs(new Event(name, "m" + offset, now, fields, Map.of(), false));
    }

    /** To a question that was asked, or to none. */
    private void answer(Move move) {
        List<Run> runs = customer.runs();
        Map<String, Object> fields = new HashMap<>(Map.of("status", move.pick() % 2 == 0 ? 200L : 500L));
        fields.put("body", Map.of("k", "key" + move.pick() % 2));
        if (!runs.isEmpty()) {
            Run run = runs.get(move.pick() % runs.size());
            fields.put("message_id", Ids.call(run.id(), run.step()).value());
        }
        occurs(new Event(CallAnswers.EVENT, "m" + offset, now, fields, Map.of(), false));
    }

    private void occurs(Event event) {
        events.add(event);
        offset++;
        decide(new Input.Occurred(event, log.getAsLong()));
    }

    private void decide(Input input) {
        Customer before = customer;
        List<Decision> decided = decider.decide(before, input, now);
        customer = Evolution.replay(before, decided);
        moments.add(new Moment(input, now, decided, before, customer));
    }
}
