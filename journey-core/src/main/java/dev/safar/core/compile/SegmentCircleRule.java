package dev.safar.core.compile;

import dev.safar.core.definition.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** No segment says who is in it by means of itself, and none builds on too many others. */
final class SegmentCircleRule {

    private static final String RULE = "segment-circle";
    private static final int HIGHEST = 16;

    private final Map<String, SegmentDraft> segments;
    private final Problems problems;
    private final Map<String, Integer> heights = new HashMap<>();
    private final List<String> path = new ArrayList<>();

    private SegmentCircleRule(Map<String, SegmentDraft> segments, Problems problems) {
        this.segments = segments;
        this.problems = problems;
    }

    static void check(Map<String, SegmentDraft> segments, Problems problems) {
        SegmentCircleRule rule = new SegmentCircleRule(segments, problems);
        segments.keySet().forEach(rule::heightOf);
    }

    /** How many segments lie one on another, up to this one; 0 where there is none, or that is not known yet. */
    private int heightOf(String name) {
        if (heights.containsKey(name) || !segments.containsKey(name)) {
            return heights.getOrDefault(name, 0);
        }
        path.add(name);
        int height = 0;
        for (Map.Entry<String, Location> use : uses(name).entrySet()) {
            int below = path.contains(use.getKey()) ? circle(use.getKey(), use.getValue()) : heightOf(use.getKey());
            if (below == HIGHEST) {
                tooHigh(name, use.getKey(), use.getValue());
            }
            height = Math.max(height, below);
        }
        path.remove(path.size() - 1);
        heights.put(name, height + 1);
        return height + 1;
    }

    private Map<String, Location> uses(String name) {
        return new TreeMap<>(segments.get(name).condition().references().segments());
    }

    private int circle(String name, Location where) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
        circle.add(name);
        String message = "the segment '" + name + "' builds on itself: " + String.join(" → ", circle)
                + "; take one of them out of the circle";
        problems.error(where, RULE, message);
        return 0;
    }

    private void tooHigh(String name, String below, Location where) {
        String message = "the segment '" + name + "' builds on '" + below + "', which is the last of " + HIGHEST
                + " that build on one another; write out one of their conditions";
        problems.error(where, RULE, message);
    }
}
