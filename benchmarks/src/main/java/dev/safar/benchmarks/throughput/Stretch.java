package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.load.Load.Leg;
import java.util.ArrayList;
import java.util.List;

/** Twice as many events where a machine is through with a load before there is much to measure. */
final class Stretch {

    private static final long MOST_EVENTS = 10_000_000;

    private Stretch() {}

    /**
     * The loads that it takes.
     *
     * @param windows of a contender, one for each of them
     * @param commits that have to be in each; there is at least one a second
     * @return the same if they will do, or are as long as any may be
     */
    static List<Leg> of(List<Leg> legs, List<Window> windows, int commits) {
        List<Leg> enough = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean willDo = windows.get(i).commits() >= commits || leg.events() * 2 > MOST_EVENTS;
            enough.add(willDo ? leg : new Leg(leg.mix(), leg.customers(), leg.events() * 2));
        }
        return enough;
    }
}
