package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Input;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.state.Sweeps;
import dev.safar.engine.state.Sweeps.Aim;
import dev.safar.engine.state.Sweeps.Sweep;
import dev.safar.engine.state.UnreadableStateException;
import dev.safar.engine.streams.CustomerShell.Occasion;
import dev.safar.engine.streams.CustomerStore.Held;
import dev.safar.engine.streams.SafeTime.TickSeen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/**
 * Goes through all customers of a task: to bring them in line with a changed workspace, and to begin a journey whose timetable has come
 * to its time. In slices, so that events and timers go on in between, and only while the last tick is fresh.
 */
final class Sweeper {

    private static final int BATCH = 128;

    private final CustomerStore customers;
    private final SweepStore store;
    private final SafeTime safe;
    private final CustomerShell shell;
    private final DeadLetters deadLetters;
    private final EngineParts parts;
    private final SliceBudget budget;
    private Workspace planned;
    private Optional<Instant> nextTime = Optional.empty();

    Sweeper(TaskStores stores, SafeTime safe, CustomerShell shell, DeadLetters deadLetters, TaskTools tools) {
        this.customers = stores.customers();
        this.store = stores.sweeps();
        this.safe = safe;
        this.shell = shell;
        this.deadLetters = deadLetters;
        this.parts = tools.parts();
        this.budget = tools.sweepBudget();
        if (customers.isEmpty()) {
            store.set(store.sweeps().withInLine(parts.workspace().get().version()));
        }
    }

    /** When something is to be done: since it began for what is under way, else the next time of a timetable. */
    Optional<Instant> nextDue() {
        return store.sweeps().underWay().stream().map(Sweep::began).findFirst().or(() -> nextTime);
    }

    /** How many sweeps are under way. */
    int underWay() {
        return store.sweeps().underWay().size();
    }

    /** Goes on, as far as this slice goes. */
    void run() {
        Optional<TickSeen> tick = safe.fresh();
        if (tick.isEmpty()) {
            return;
        }
        plan(parts.workspace().get(), tick.get().at());
        if (!store.sweeps().underWay().isEmpty()) {
            long began = System.nanoTime();
            slice(tick.get(), budget.begin(true));
            budget.end(began);
        }
    }

    private void plan(Workspace workspace, Instant now) {
        if (workspace == planned && nextTime.filter(time -> !time.isAfter(now)).isEmpty()) {
            return;
        }
        SweepPlan.Outlook outlook = SweepPlan.of(store.sweeps(), workspace, now);
        store.set(outlook.sweeps());
        nextTime = outlook.next();
        planned = workspace;
        outlook.missed().forEach(parts.meters()::timesMissed);
    }

    private void slice(TickSeen tick, long deadline) {
        int left = parts.limits().firings();
        while (left > 0
                && System.nanoTime() - deadline < 0
                && !store.sweeps().underWay().isEmpty()) {
            Sweep sweep = store.sweeps().underWay().get(0);
            if (sweep.cursor().isEmpty()) {
                customers.write(); // all who are known when it begins, those included who came a moment ago
            }
            List<Supplier<Held>> batch = customers.after(sweep.cursor(), Math.min(BATCH, left));
            if (batch.isEmpty()) {
                finish(sweep.aim());
            } else if (!visit(batch, sweep, tick, deadline)) {
                return;
            }
            left -= batch.size();
        }
    }

    /** Visits at least the first, whatever it took to find them; false if the time is up or one has to wait. */
    private boolean visit(List<Supplier<Held>> batch, Sweep sweep, TickSeen tick, long deadline) {
        for (Supplier<Held> next : batch) {
            Held held = next.get();
            if (waits(held.customer(), tick)) {
                return false;
            }
            visit(held, sweep.aim(), tick);
            moveOn(sweep.at(held.customer().customer().id()));
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is due has begun behind the tick: whatever stands between it and the next one has to be seen first. */
    private static boolean waits(StoredCustomer customer, TickSeen tick) {
        boolean due = customer.customer()
                .nextDue()
                .filter(time -> !time.isAfter(tick.at()))
                .isPresent();
        return due && customer.indexedDue().orElse(0) > tick.at().toEpochMilli();
    }

    private void visit(Held held, Aim aim, TickSeen tick) {
        StoredCustomer customer = held.customer();
        parts.meters().swept();
        Input input = new Input.TimePassed();
        if (aim instanceof Aim.Broadcast broadcast) {
            input = new Input.Scheduled(broadcast.journey(), broadcast.due());
        } else if (customer.countedByStep() && customer.customer().arranged().equals(((Aim.InLine) aim).workspace())) {
            return;
        }
        Transition transition;
        try {
            transition = shell.plan(held, new Occasion(input, tick.at(), tick.cause()), Optional.of(tick.at()));
        } catch (KafkaException | UnreadableStateException failure) {
            throw failure; // the store's fault and not the customer's
        } catch (RuntimeException failure) {
            String id = customer.customer().id();
            shell.evict(id);
            deadLetters.add(tick.cause(), id.getBytes(StandardCharsets.UTF_8), null, failure);
            return;
        }
        shell.apply(transition);
    }

    private void moveOn(Sweep first) {
        List<Sweep> changed = new ArrayList<>(store.sweeps().underWay());
        changed.set(0, first);
        store.set(
                new Sweeps(store.sweeps().inLineWith(), changed, store.sweeps().timetables()));
    }

    private void finish(Aim aim) {
        Sweeps before = store.sweeps();
        String inLineWith = aim instanceof Aim.InLine inLine ? inLine.workspace() : before.inLineWith();
        List<Sweep> rest = before.underWay().subList(1, before.underWay().size());
        store.set(new Sweeps(inLineWith, rest, before.timetables()));
        if (aim instanceof Aim.Broadcast broadcast) {
            parts.meters().broadcast(broadcast.journey());
        }
    }
}
