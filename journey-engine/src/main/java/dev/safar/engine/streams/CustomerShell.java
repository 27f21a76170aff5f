package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Decider;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Input;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.streams.CustomerStore.Held;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Brings inputs to customers: reads the store, asks the core, writes the store, forwards. It decides nothing itself. */
final class CustomerShell {

    private final ProcessorContext<byte[], byte[]> context;
    private final CustomerStore customers;
    private final TimerIndex timers;
    private final TallyStore tallies;
    private final PlaceStore places;
    private final SweepStore sweeps;
    private final EngineParts parts;
    private final PromptCommit commits;
    private Workspace workspace;
    private Decider decider;

    CustomerShell(
            ProcessorContext<byte[], byte[]> context, TaskStores stores, EngineParts parts, PromptCommit commits) {
        this.context = context;
        this.customers = stores.customers();
        this.timers = stores.timers();
        this.tallies = stores.tallies();
        this.places = stores.places();
        this.sweeps = stores.sweeps();
        this.parts = parts;
        this.commits = commits;
    }

    /**
     * An input, when it became known, and by which record.
     *
     * @param bytes that it came in
     */
    record Occasion(Input input, Instant now, Cause cause, int bytes) {

        /** Time alone comes in no bytes. */
        Occasion(Input input, Instant now, Cause cause) {
            this(input, now, cause, 0);
        }
    }

    /** Works out what an input does; changes nothing, and may throw anything. */
    Transition plan(String id, Occasion occasion, Optional<Instant> safe) {
        return plan(customers.get(id), occasion, safe);
    }

    /** The same for a customer at hand, who is the one in the store. */
    Transition plan(Held before, Occasion occasion, Optional<Instant> safe) {
        return plan(before, before.customer().indexedDue(), occasion, safe);
    }

    /** The same for an entry of the timer index: below it, there is none of this customer any more. */
    Transition plan(TimerIndex.Entry entry, Occasion occasion) {
        Held before = customers.get(entry.customer());
        OptionalLong indexed = before.customer().indexedDue();
        boolean elsewhere = indexed.isPresent() && indexed.getAsLong() > entry.millis();
        return plan(before, elsewhere ? indexed : OptionalLong.empty(), occasion, Optional.of(occasion.now()));
    }

    private Transition plan(Held held, OptionalLong standing, Occasion occasion, Optional<Instant> safe) {
        StoredCustomer before = held.customer();
        Decider.Outcome outcome = decider().outcome(before.customer(), occasion.input(), occasion.now());
        List<Decision> decisions = outcome.decisions();
        if (!decisions.isEmpty() && positionReused(before.customer(), occasion.input())) {
            parts.meters().positionReused();
        }
        Customer after = outcome.customer();
        Applied applied = decisions.isEmpty() ? before.applied() : applied(before.applied(), occasion.input());
        var stored = new StoredCustomer(after, timers.place(standing, after.nextDue(), safe), true, applied);
        int atMost = RecordSize.atMost(held.atMost(), decisions, occasion.bytes(), stored);
        List<Output> outputs = Publications.of(after.id(), decisions, occasion.cause());
        outputs.forEach(output -> RecordSize.check(output.value().length));
        return new Transition(before, new Held(stored, atMost), standing, decisions, outputs);
    }

    /** Does what was worked out. What fails here is no fault of the record. */
    void apply(Transition transition) {
        StoredCustomer stored = transition.customer();
        String id = stored.customer().id();
        if (!stored.equals(transition.before())) {
            customers.put(transition.after());
        }
        timers.move(id, transition.standing(), stored.indexedDue());
        tallies.count(transition);
        places.count(transition);
        parts.meters().count(transition.decisions());
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        transition.outputs().forEach(output -> forward(key, output));
    }

    void forward(byte[] key, Output output) {
        context.forward(
                new Record<>(key, output.value(), context.currentSystemTimeMs()),
                JourneyTopology.sinkOf(output.topic()));
        commits.written(output.topic());
    }

    /** Forgets what is decoded of a customer, after a failure. */
    void evict(String id) {
        customers.evict(id);
    }

    private Decider decider() {
        Workspace current = parts.workspace().get();
        if (current != workspace) {
            workspace = current;
            decider = new Decider(current);
            sweeps.decideBy(current.version());
        }
        return decider;
    }

    private static Applied applied(Applied before, Input input) {
        return input instanceof Input.Occurred occurred ? before.and(occurred.offset()) : before;
    }

    /** The log has lost its end, or was made anew: what stands there now is another event. */
    private static boolean positionReused(Customer customer, Input input) {
        return input instanceof Input.Occurred occurred && occurred.offset() <= customer.offset();
    }
}
