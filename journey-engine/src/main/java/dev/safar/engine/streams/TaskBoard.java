package dev.safar.engine.streams;

import dev.safar.engine.state.Place;
import dev.safar.engine.state.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The active tasks of this instance and how far each is. */
final class TaskBoard {

    private final Map<Integer, TaskStatus> tasks = new ConcurrentHashMap<>();

    void register(TaskStatus task) {
        tasks.put(task.partition(), task);
    }

    /** Takes a task off, unless another has taken its place. */
    void remove(TaskStatus task) {
        tasks.remove(task.partition(), task);
    }

    Collection<Integer> partitions() {
        return List.copyOf(tasks.keySet());
    }

    /** Whether each of this many tasks has been up to date since it was assigned. */
    boolean caughtUp(int expected) {
        return tasks.size() >= expected
                && tasks.values().stream().allMatch(task -> task.progress().caughtUp());
    }

    /** When the next timer of any task is due. */
    Optional<Instant> nextDue() {
        return tasks.values().stream()
                .flatMap(task -> task.progress().nextDue().stream())
                .min(Comparator.naturalOrder());
    }

    /** Whether every task has come to a time, and nothing is left to fire up to it. */
    boolean settledAt(Instant time) {
        return tasks.values().stream()
                .map(TaskStatus::progress)
                .allMatch(progress -> progress.safe()
                                .filter(safe -> !safe.isBefore(time))
                                .isPresent()
                        && progress.nextDue().filter(due -> !due.isAfter(time)).isEmpty());
    }

    /** How old the latest tick of the slowest task is; empty while a task has seen none. */
    Optional<Duration> tickAge(Instant now) {
        Optional<Instant> slowest = Optional.empty();
        for (TaskStatus task : tasks.values()) {
            Optional<Instant> safe = task.progress().safe();
            if (safe.isEmpty()) {
                return Optional.empty();
            }
            if (slowest.isEmpty() || safe.get().isBefore(slowest.get())) {
                slowest = safe;
            }
        }
        return slowest.map(safe -> Duration.between(safe, now));
    }

    /** How many ways through all customers are under way. */
    int sweeps() {
        return tasks.values().stream()
                .mapToInt(task -> task.progress().sweeps())
                .sum();
    }

    /** How many runs wait where. */
    Map<Place, Long> places() {
        Map<Place, Long> sum = new HashMap<>();
        tasks.values().forEach(task -> task.places().forEach((place, count) -> sum.merge(place, count, Long::sum)));
        return sum;
    }

    Tally tally() {
        return tasks.values().stream().map(TaskStatus::tally).reduce(Tally.empty(), Tally::plus);
    }
}
