package dev.safar.engine.streams;

import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Timetable;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Schedules;
import dev.safar.engine.state.Sweeps;
import dev.safar.engine.state.Sweeps.Aim;
import dev.safar.engine.state.Sweeps.Sweep;
import dev.safar.engine.state.Sweeps.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what all customers have to be gone through for; changes nothing. */
final class SweepPlan {

    private final Workspace workspace;
    private final Instant now;
    private final Map<JourneyId, Watched> timetables = new HashMap<>();
    private final List<Sweep> sweeps = new ArrayList<>();
    private final Map<JourneyId, Long> missed = new HashMap<>();
    private Instant next = Instant.MAX;

    /**
     * What was worked out.
     *
     * @param next when a timetable comes to its next time; empty where none does any more
     * @param missed per journey, how many times nobody was there to begin it and are too long ago by now
     */
    record Outlook(Sweeps sweeps, Optional<Instant> next, Map<JourneyId, Long> missed) {}

    private SweepPlan(Workspace workspace, Instant now) {
        this.workspace = workspace;
        this.now = now;
    }

    /** What is under way from {@code now} on, given what was. */
    static Outlook of(Sweeps before, Workspace workspace, Instant now) {
        return new SweepPlan(workspace, now).from(before);
    }

    private Outlook from(Sweeps before) {
        before.underWay().stream().filter(this::stillToBegin).forEach(sweeps::add);
        for (Journey journey : workspace.journeys()) {
            if (journey.start() instanceof Start.Schedule schedule) {
                watch(
                        journey,
                        schedule,
                        Optional.ofNullable(
                                before.timetables().get(journey.ref().id())));
            }
        }
        boolean inLine = before.inLineWith().equals(workspace.version());
        if (!inLine) {
            sweeps.add(inLine(before));
        }
        return new Outlook(
                new Sweeps(inLine ? before.inLineWith() : Sweeps.NOBODY_KNOWS, sweeps, timetables),
                next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next),
                missed);
    }

    private boolean stillToBegin(Sweep sweep) {
        return sweep.aim() instanceof Aim.Broadcast broadcast
                && workspace
                        .current(broadcast.journey())
                        .filter(journey -> journey.start() instanceof Start.Schedule)
                        .isPresent();
    }

    /** Comes last: what it does is done to a customer before anything else all the same. */
    private Sweep inLine(Sweeps before) {
        var aim = new Aim.InLine(workspace.version());
        return before.underWay().stream()
                .filter(sweep -> sweep.aim().equals(aim))
                .findFirst()
                .orElse(new Sweep(aim, now, ""));
    }

    /** A timetable that is new, or says something else than before, begins to count now. */
    private void watch(Journey journey, Start.Schedule schedule, Optional<Watched> known) {
        ZoneId zone = workspace.settings().zone();
        String text = text(schedule.timetable()) + " " + zone;
        Instant done = known.filter(watched -> watched.text().equals(text))
                .map(Watched::done)
                .orElse(now);
        long passed = 0;
        Optional<Instant> coming = Schedules.next(schedule, zone, done);
        while (coming.isPresent() && !coming.get().isAfter(now)) {
            passed++;
            done = coming.get();
            coming = Schedules.next(schedule, zone, done);
        }
        if (passed > 0) {
            begin(journey, done, passed);
        }
        timetables.put(journey.ref().id(), new Watched(text, done));
        next = coming.filter(time -> time.isBefore(next)).orElse(next);
    }

    /** Of the times that have passed the latest begins the journey, unless it is too long ago. */
    private void begin(Journey journey, Instant due, long passed) {
        JourneyId id = journey.ref().id();
        Duration age =
                journey.admission().maxEventAge().orElse(workspace.settings().maxEventAge());
        boolean intime = Duration.between(due, now).compareTo(age) <= 0;
        long tooOld = intime ? passed - 1 + overtaken(id) : passed;
        if (tooOld > 0) {
            missed.put(id, tooOld);
        }
        if (intime) {
            sweeps.add(new Sweep(new Aim.Broadcast(id, due), now, ""));
        }
    }

    /** A timetable that is faster than its sweeps keeps one under way and one to come: what has not begun yet gives way. */
    private int overtaken(JourneyId journey) {
        int before = sweeps.size();
        sweeps.removeIf(sweep -> sweep.cursor().isEmpty()
                && sweep.aim() instanceof Aim.Broadcast broadcast
                && broadcast.journey().equals(journey));
        return before - sweeps.size();
    }

    private static String text(Timetable timetable) {
        return timetable instanceof Timetable.Cron cron
                ? cron.expression()
                : ((Timetable.Once) timetable).time().toString();
    }
}
