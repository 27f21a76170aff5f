package dev.safar.core.runtime;

import dev.safar.core.definition.Durations;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One customer through a decider, one input at a time; time passes only by ticks. */
final class Life {

    static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    private final List<Decision> decisions = new ArrayList<>();
    private Decider decider;
    private Customer customer;
    private long offset;

    Life(Workspace workspace) {
        decider = new Decider(workspace);
        customer = Evolution.apply(Customer.unknown("ada"), new CustomerDecision.Arranged(workspace.version(), T0));
    }

    /** A customer with an address on every channel and consent to all. */
    static Life reachable(Workspace workspace) {
        Life life = new Life(workspace);
        life.identify(Map.of(
                "email", "ada@example.com",
                "phone", "+989120000000",
                "push_token", "token-1",
                "first_name", "Ada",
                "consents", List.of("email", "sms", "push")));
        return life;
    }

    static Instant at(Duration sinceStart) {
        return T0.plus(sinceStart);
    }

    static Instant at(String sinceStart) {
        return T0.plus(Durations.readAny(sinceStart).length().orElseThrow());
    }

    /** From now on under another workspace: the definitions have changed. */
    void under(Workspace workspace) {
        decider = new Decider(workspace);
    }

    List<String> identify(Map<String, Object> traits) {
        return told(input(new Event(Event.IDENTIFY, "id" + offset, T0, Map.of(), traits, false), T0));
    }

    /** At once, with fields as names and values in turn. */
    List<String> event(String at, String name, Object... fields) {
        return late(at, at, name, fields);
    }

    List<String> late(String at, String received, String name, Object... fields) {
        return told(input(of(at, name, fields), at(received)));
    }

    List<String> imported(String at, String received, String name, Object... fields) {
        Event event = of(at, name, fields);
        Event old = new Event(event.name(), event.messageId(), event.time(), event.fields(), Map.of(), true);
        return told(input(old, at(received)));
    }

    Event of(String at, String name, Object... fields) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put((String) fields[i], fields[i + 1]);
        }
        return new Event(name, "m" + offset, at(at), map, Map.of(), false);
    }

    List<Decision> input(Event event, Instant received) {
        return decide(new Input.Occurred(event, offset++), received);
    }

    List<String> tick(String at) {
        return told(decide(new Input.TimePassed(), at(at)));
    }

    /** A report on the last message of a step. */
    List<String> report(String at, String name, String step) {
        String id = lastMessage(step).message().value();
        return event(at, name, "message_id", id);
    }

    MessageDecision.MessageRequested lastMessage(String step) {
        return decisions.stream()
                .filter(MessageDecision.MessageRequested.class::isInstance)
                .map(MessageDecision.MessageRequested.class::cast)
                .filter(message -> message.step().value().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    List<Decision> decide(Input input, Instant now) {
        List<Decision> decided = decider.decide(customer, input, now);
        decisions.addAll(decided);
        customer = Evolution.replay(customer, decided);
        return decided;
    }

    Customer customer() {
        return customer;
    }

    List<Decision> decisions() {
        return decisions;
    }

    private static List<String> told(List<Decision> decided) {
        return Told.since(T0, decided);
    }
}
