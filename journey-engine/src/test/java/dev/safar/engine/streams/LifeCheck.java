package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Run;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.state.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what is stored of customers, when nothing is due any more, against what the log says of them: each event applied once. */
final class LifeCheck {

    private final SimulatedPartition partition;
    private final Map<String, CustomerLife> lives;
    private final Map<String, StoredCustomer> customers;
    private final CommittedOutbox outbox;
    private final List<String> problems = new ArrayList<>();

    private LifeCheck(SimulatedPartition partition) {
        this.partition = partition;
        this.lives = CustomerLife.allOf(partition.log());
        this.customers = StateCheck.customers(partition.state());
        this.outbox = CommittedOutbox.of(partition);
    }

    static List<String> of(SimulatedPartition partition) {
        var check = new LifeCheck(partition);
        check.customers();
        check.tally();
        return check.problems;
    }

    /** Alike, but against the same log processed by an engine that nothing ever happened to. */
    static List<String> compare(SimulatedPartition partition, SimulatedPartition undisturbed) {
        var check = new LifeCheck(partition);
        check.compareWith(new LifeCheck(undisturbed));
        return check.problems;
    }

    private void customers() {
        expect("customers", lives.keySet(), customers.keySet());
        lives.forEach((id, life) -> {
            if (customers.containsKey(id)) {
                Customer customer = customers.get(id).customer();
                expect(id + ": positions", applied(life), customers.get(id).applied());
                expect(id + ": last position", life.offsets().get(life.offsets().size() - 1), customer.offset());
                expect(
                        id + ": orders",
                        (long) life.all(CustomerLife.ORDERED).size(),
                        count(customer, CustomerLife.ORDERED));
                expect(
                        id + ": refunds",
                        (long) life.all(CustomerLife.REFUNDED).size(),
                        count(customer, CustomerLife.REFUNDED));
                expect(
                        id + ": ids",
                        Math.min(Customer.MESSAGE_ID_LIMIT, life.applied()),
                        customer.recentMessageIds().size());
                expect(id + ": address", address(life), customer.attributes().get("email"));
                expect(
                        id + ": still under way",
                        List.of(),
                        customer.runs().stream().filter(Run::live).toList());
                expect(id + ": repeated", (long) life.repeated(), ignored(id));
            }
        });
    }

    /** What the state has counted is what the decisions say. */
    private void tally() {
        Map<JourneyId, Long> entered = new HashMap<>();
        Map<JourneyId, Map<String, Long>> finished = new HashMap<>();
        for (DecisionRecord decision : outbox.decisions()) {
            if (decision.type().equals("entered")) {
                entered.merge(new JourneyId(decision.journey()), 1L, Long::sum);
            } else if (decision.type().equals("finished")) {
                finished.computeIfAbsent(new JourneyId(decision.journey()), id -> new HashMap<>())
                        .merge(decision.reason(), 1L, Long::sum);
            }
        }
        Map<JourneyId, Tally.Counts> counts = new HashMap<>();
        entered.forEach((journey, count) ->
                counts.put(journey, new Tally.Counts(count, 0, finished.getOrDefault(journey, Map.of()))));
        expect("tally", counts, StateCheck.tally(partition.state()).journeys());
    }

    private void compareWith(LifeCheck undisturbed) {
        undisturbed.customers.forEach((id, other) -> {
            Customer expected = other.customer();
            Customer customer = customers.get(id).customer();
            expect(id + ": position as without disturbance", expected.offset(), customer.offset());
            expect(id + ": history as without disturbance", expected.history(), customer.history());
            expect(id + ": ids as without disturbance", expected.recentMessageIds(), customer.recentMessageIds());
            expect(id + ": attributes as without disturbance", expected.attributes(), customer.attributes());
        });
        expect("messages as without disturbance", undisturbed.certain(), certain());
    }

    /** Messages of which nobody can say that something else happened because a timer was late. */
    private Set<String> certain() {
        Set<String> runs = BegunRuns.of(lives, outbox).uncancelled().keySet();
        return outbox.messages().stream()
                .filter(message -> runs.contains(message.run()))
                .filter(message ->
                        !message.journey().equals("cart") || !message.step().equals("first"))
                .map(MessageCommand::messageId)
                .collect(Collectors.toSet());
    }

    private long ignored(String customer) {
        return outbox.decisions("ignored").stream()
                .filter(decision -> decision.customer().equals(customer))
                .count();
    }

    private static Applied applied(CustomerLife life) {
        Applied applied = Applied.NOTHING;
        for (long offset : life.offsets()) {
            applied = applied.and(offset);
        }
        return applied;
    }

    private static long count(Customer customer, String event) {
        EventHistory history = customer.history().get(event);
        return history == null ? 0 : history.count();
    }

    private static Object address(CustomerLife life) {
        List<Object> addresses = life.addressesSince(Long.MAX_VALUE);
        return addresses.get(addresses.size() - 1);
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            problems.add(
                    "partition " + partition.number() + ": " + what + ": expected " + expected + ", found " + found);
        }
    }
}
