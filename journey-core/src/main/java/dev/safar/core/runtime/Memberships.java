package dev.safar.core.runtime;

import dev.safar.core.model.Segment;
import dev.safar.core.model.SegmentId;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices when a customer comes into a segment that a journey starts from, or leaves one. */
final class Memberships {

    private final Settings settings;
    private final Starts starts;
    private final List<Starter<Start.SegmentChange>> starters;
    private final List<Segment> segments;
    private final boolean daily;

    Memberships(Workspace workspace, Starts starts) {
        this.settings = workspace.settings();
        this.starts = starts;
        this.starters = Starter.of(workspace.journeys(), Start.SegmentChange.class);
        this.segments = starters.stream()
                .map(starter -> starter.start().segment())
                .distinct()
                .flatMap(id -> workspace.segment(id).stream())
                .toList();
        this.daily = segments.stream().anyMatch(Segment::timeDependent);
    }

    /** Brings the customer in line with the segments there are, which begins nothing. */
    void arrange(Deliberation deliberation) {
        Set<SegmentId> gone = new HashSet<>(deliberation.customer().segments());
        segments.forEach(segment -> gone.remove(segment.id()));
        gone.stream()
                .sorted(Comparator.comparing(SegmentId::value))
                .forEach(id -> deliberation.emit(new CustomerDecision.SegmentLeft(id, deliberation.now())));
        segments.forEach(segment -> change(segment, deliberation));
        setCheck(deliberation);
    }

    /** The day has come to look at what time alone can change; what has changed is for {@link #follow}. */
    void check(Deliberation deliberation) {
        setCheck(deliberation);
    }

    private void setCheck(Deliberation deliberation) {
        Optional<Instant> due = daily ? nextMidnight(deliberation) : Optional.empty();
        if (!deliberation.customer().agenda().segmentCheck().equals(due)) {
            deliberation.emit(new CustomerDecision.SegmentCheckSet(due, deliberation.now()));
        }
    }

    /** Of the customer's own clock; empty at the end of the calendar. */
    private Optional<Instant> nextMidnight(Deliberation deliberation) {
        Instant now = deliberation.now();
        Instant midnight = LocalTimes.startOfNextDay(now, LocalTimes.zoneOf(deliberation.customer(), settings));
        return Optional.of(midnight).filter(now::isBefore);
    }

    /**
     * Begins what starts from the segments that the customer has come into or left.
     *
     * @param cause what has happened to the customer
     * @param changed the segments that have changed because of it before: each does so once
     */
    void follow(Happened cause, Set<SegmentId> changed, Deliberation deliberation) {
        List<Starter<Start.SegmentChange>> begun = new ArrayList<>();
        for (Segment segment : segments) {
            if (!changed.contains(segment.id()) && change(segment, deliberation)) {
                changed.add(segment.id());
                boolean entered = deliberation.customer().segments().contains(segment.id());
                starters.stream()
                        .filter(starter -> starter.start().equals(new Start.SegmentChange(segment.id(), entered)))
                        .forEach(begun::add);
            }
        }
        begun.forEach(starter -> begin(starter, cause, deliberation));
    }

    private void begin(Starter<Start.SegmentChange> starter, Happened cause, Deliberation deliberation) {
        Instant now = deliberation.now();
        Walk.Pace pace = new Walk.Pace(now, now, deliberation.ticked());
        var origin = new Beginning.Origin(cause.time(), now, Map.of(), cause.historical(), pace);
        starts.begin(starter.journey(), new Ids.Cause("segment", cause.id()), origin, deliberation);
    }

    /** Whether the customer has come in or left. */
    private static boolean change(Segment segment, Deliberation deliberation) {
        boolean was = deliberation.customer().segments().contains(segment.id());
        boolean is = segment.condition().holds(deliberation.momentOf(Map.of(), Map.of()));
        if (was != is) {
            Instant now = deliberation.now();
            deliberation.emit(
                    is
                            ? new CustomerDecision.SegmentEntered(segment.id(), now)
                            : new CustomerDecision.SegmentLeft(segment.id(), now));
        }
        return was != is;
    }

    /**
     * What has happened to a customer.
     *
     * @param id tells it from all else that happens to the customer
     */
    record Happened(String id, Instant time, boolean historical) {

        static Happened of(Event event) {
            return new Happened("event " + event.messageId(), event.time(), event.historical());
        }

        static Happened of(Instant tick, String what) {
            return new Happened(what + " " + tick, tick, false);
        }
    }
}
