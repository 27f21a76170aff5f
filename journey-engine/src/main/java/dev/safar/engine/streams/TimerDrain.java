package dev.safar.engine.streams;

import dev.safar.core.runtime.Input;
import dev.safar.engine.state.UnreadableStateException;
import dev.safar.engine.streams.CustomerShell.Occasion;
import dev.safar.engine.streams.SafeTime.TickSeen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;

/** Fires timers up to the last fresh tick, in slices, so that events go on in between. */
final class TimerDrain {

    private static final int BATCH = 256;
    private static final Duration RETRY = Duration.ofHours(1);

    private final TimerIndex timers;
    private final SafeTime safe;
    private final CustomerShell shell;
    private final DeadLetters deadLetters;
    private final EngineParts parts;
    private final SliceBudget budget;

    TimerDrain(TaskStores stores, SafeTime safe, CustomerShell shell, DeadLetters deadLetters, TaskTools tools) {
        this.timers = stores.timers();
        this.safe = safe;
        this.shell = shell;
        this.deadLetters = deadLetters;
        this.parts = tools.parts();
        this.budget = tools.timerBudget();
    }

    /** Fires what is due, as far as this slice goes. */
    void run() {
        Optional<TickSeen> tick = safe.fresh();
        if (tick.isEmpty()) {
            return;
        }
        Instant until = tick.get().at();
        if (timers.nextDue().filter(due -> !due.isAfter(until)).isEmpty()) {
            timers.passed(until.toEpochMilli() + 1);
            return;
        }
        long began = System.nanoTime();
        slice(tick.get(), budget.begin(safe.eventsWait()));
        budget.end(began);
    }

    private void slice(TickSeen tick, long deadline) {
        int left = parts.limits().firings();
        while (left > 0 && System.nanoTime() - deadline < 0) {
            List<TimerIndex.Entry> due = timers.due(tick.at(), Math.min(BATCH, left));
            for (TimerIndex.Entry entry : due) {
                if (System.nanoTime() - deadline >= 0) {
                    timers.passed(entry.millis());
                    return;
                }
                fire(entry, tick);
                left--;
            }
            if (due.isEmpty()) {
                timers.passed(tick.at().toEpochMilli() + 1);
                return;
            }
            timers.passed(due.get(due.size() - 1).millis());
        }
    }

    private void fire(TimerIndex.Entry entry, TickSeen tick) {
        Transition transition;
        try {
            transition = shell.plan(entry, new Occasion(new Input.TimePassed(), tick.at(), tick.cause()));
        } catch (KafkaException | UnreadableStateException failure) {
            throw failure; // the store's fault and not the customer's
        } catch (RuntimeException failure) {
            postpone(entry, tick, failure);
            return;
        }
        timers.removeFirst(entry);
        shell.apply(transition);
        parts.meters().fired(Duration.between(Instant.ofEpochMilli(entry.millis()), tick.at()));
    }

    /** A customer who can't be worked on must not keep the others waiting, nor be forgotten. */
    private void postpone(TimerIndex.Entry entry, TickSeen tick, RuntimeException failure) {
        byte[] key = entry.customer().getBytes(StandardCharsets.UTF_8);
        deadLetters.add(tick.cause(), key, null, failure);
        shell.evict(entry.customer());
        timers.removeFirst(entry);
        OptionalLong later = OptionalLong.of(tick.at().plus(RETRY).toEpochMilli());
        timers.move(entry.customer(), OptionalLong.empty(), later);
    }
}
