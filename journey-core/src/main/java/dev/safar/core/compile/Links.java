package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which journeys set off which others, and the circles that come of it. */
final class Links {

    /** The step of one journey that sets off another. */
    record Link(String from, String to, YamlNode.Scalar where) {}

    private final Map<String, List<Link>> byOrigin = new HashMap<>();
    private final List<Link> all = new ArrayList<>();

    void add(Link link) {
        all.add(link);
        byOrigin.computeIfAbsent(link.from(), absent -> new ArrayList<>()).add(link);
    }

    /**
     * Each circle once: told from the journey whose name comes first, such as {@code [a, b, a]}, by the link that leads out
     * of it.
     */
    Map<Link, List<String>> circles() {
        Map<Link, List<String>> circles = new HashMap<>();
        for (Link link : all) {
            Predicate<String> later = name -> name.compareTo(link.from()) >= 0;
            way(link, later).ifPresent(way -> circles.put(link, way));
        }
        return circles;
    }

    /** The shortest way from a link's end back to where it begins, over journeys of some names only. */
    private Optional<List<String>> way(Link link, Predicate<String> through) {
        Map<String, String> reachedFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        if (through.test(link.to())) {
            reachedFrom.put(link.to(), link.from());
            open.add(link.to());
        }
        while (!open.isEmpty() && !reachedFrom.containsKey(link.from())) {
            String name = open.remove();
            for (Link next : byOrigin.getOrDefault(name, List.of())) {
                if (through.test(next.to()) && reachedFrom.putIfAbsent(next.to(), name) == null) {
                    open.add(next.to());
                }
            }
        }
        return reachedFrom.containsKey(link.from()) ? Optional.of(told(link, reachedFrom)) : Optional.empty();
    }

    private static List<String> told(Link link, Map<String, String> reachedFrom) {
        List<String> names = new ArrayList<>(List.of(link.from()));
        for (String name = link.from(); !name.equals(link.to()); name = reachedFrom.get(name)) {
            names.add(reachedFrom.get(name));
        }
        names.add(link.from());
        Collections.reverse(names);
        return names;
    }

    /** The steps that a run gets to at once, before it waits for anything. */
    static List<WrittenStep> atOnce(List<WrittenStep> steps) {
        List<WrittenStep> reached = new ArrayList<>();
        goThrough(steps, reached);
        return reached;
    }

    /** Whether a run can get through without a wait. */
    private static boolean goThrough(List<WrittenStep> steps, List<WrittenStep> reached) {
        for (WrittenStep step : steps) {
            reached.add(step);
            if (waits(step) || step instanceof WrittenStep.Stop) {
                return false;
            }
            List<Boolean> ways = new ArrayList<>();
            step.inside().forEach(inner -> ways.add(goThrough(inner, reached)));
            if (!ways.isEmpty() && !ways.contains(true)) {
                return false;
            }
        }
        return true;
    }

    private static boolean waits(WrittenStep step) {
        return step instanceof WrittenStep.Wait
                || step instanceof WrittenStep.WaitUntil
                || step instanceof WrittenStep.WaitFor
                || step instanceof WrittenStep.Call;
    }
}
