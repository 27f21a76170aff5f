package dev.safar.core.diagram;

import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds in the flat program of a journey again which steps are inside of which. */
final class FlowReader {

    private final List<Step> steps;

    /** No step is drawn twice, not even in a program that nobody could write. */
    private final BitSet drawn = new BitSet();

    /** Per place, the last one that can be reached from there. */
    private final int[] last;

    /** Per last place, for each place before it which places all ways from there to it pass. */
    private final Map<Integer, List<BitSet>> passed = new HashMap<>();

    private FlowReader(List<Step> steps) {
        this.steps = steps;
        this.last = new int[steps.size() + 1];
        last[steps.size()] = steps.size();
        for (int i = steps.size() - 1; i >= 0; i--) {
            last[i] = Exits.of(steps.get(i)).stream()
                    .mapToInt(exit -> last[exit.target()])
                    .max()
                    .orElse(i);
        }
    }

    static Flow read(Journey journey) {
        int end = journey.steps().size();
        Flow flow = new FlowReader(journey.steps()).flow(0, end);
        if (!flow.goesOn()) {
            return flow;
        }
        List<Flow.Part> parts = new ArrayList<>(flow.parts());
        parts.add(new Flow.Part(end, new Caption(Caption.Kind.END, "The end"), List.of(), true));
        return new Flow(parts);
    }

    /** What happens from one step up to another. */
    private Flow flow(int from, int to) {
        List<Flow.Part> parts = new ArrayList<>();
        int at = from;
        while (at != to && at < steps.size()) {
            if (drawn.get(at)) {
                parts.add(again(at));
                return new Flow(parts);
            }
            drawn.set(at);
            List<Exit> exits = Exits.of(steps.get(at));
            int next = exits.size() == 1 ? exits.get(0).target() : meeting(at);
            Flow.Part part = new Flow.Part(at, StepCaptions.of(steps.get(at)), ways(exits, next), exits.isEmpty());
            parts.add(part);
            if (!part.goesOn()) {
                return new Flow(parts);
            }
            at = next;
        }
        return new Flow(parts);
    }

    private List<Flow.Way> ways(List<Exit> exits, int to) {
        return exits.size() < 2
                ? List.of()
                : exits.stream()
                        .map(exit -> new Flow.Way(exit.label(), flow(exit.target(), to)))
                        .toList();
    }

    private Flow.Part again(int step) {
        Caption caption =
                new Caption(Caption.Kind.END, "Goes on at", steps.get(step).id().value());
        return new Flow.Part(-1, caption, List.of(), true);
    }

    /**
     * Where the ways out of a step meet again, so that what comes after stands below all of them. Ways that stop before the
     * others do not count: the rest of the story is not inside of a step that leaves it early.
     */
    private int meeting(int step) {
        List<BitSet> ways = passed.computeIfAbsent(last[step], this::passedBefore);
        int meeting = ways.get(step).nextSetBit(step + 1);
        return meeting < 0 ? steps.size() : meeting;
    }

    /** Steps only ever lead to later ones. */
    private List<BitSet> passedBefore(int end) {
        List<BitSet> passed = new ArrayList<>();
        for (int i = 0; i <= end; i++) {
            passed.add(new BitSet());
        }
        passed.get(end).set(end);
        for (int i = end - 1; i >= 0; i--) {
            BitSet common = common(Exits.of(steps.get(i)), passed);
            if (!common.isEmpty()) {
                common.set(i);
                passed.set(i, common);
            }
        }
        return passed;
    }

    private static BitSet common(List<Exit> exits, List<BitSet> passed) {
        BitSet common = new BitSet();
        for (Exit exit : exits) {
            BitSet way = exit.target() < passed.size() ? passed.get(exit.target()) : new BitSet();
            if (common.isEmpty()) {
                common.or(way);
            } else if (!way.isEmpty()) {
                common.and(way);
            }
        }
        return common;
    }
}
