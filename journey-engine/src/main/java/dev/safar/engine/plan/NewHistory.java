package dev.safar.engine.plan;

import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Memory;
import dev.safar.core.model.Observed;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What conditions ask of the past that nobody has remembered so far: it counts from now on. */
final class NewHistory {

    private static final Observed NOTHING = new Observed(Map.of(), Set.of(), Map.of(), BrowsingNeeds.NONE);

    private NewHistory() {}

    static List<String> of(Optional<Workspace> now, Workspace wanted) {
        Observed before = now.map(Workspace::observed).orElse(NOTHING);
        Observed after = wanted.observed();
        List<String> added = new ArrayList<>();
        new TreeMap<>(after.history()).forEach((event, memory) -> {
            Optional<Memory> known = before.memoryOf(event);
            if (known.isEmpty()) {
                added.add(event);
                return;
            }
            new TreeSet<>(memory.sums())
                    .stream()
                            .filter(field -> !known.get().sums().contains(field))
                            .forEach(field -> added.add("the sum of " + field + " of " + event));
            if (longer(memory.longest(), known.get().longest())) {
                added.add(event + " over " + memory.longest().orElseThrow().toDays() + " days");
            }
        });
        browsing(before.browsing(), after.browsing(), added);
        return added;
    }

    private static void browsing(BrowsingNeeds before, BrowsingNeeds after, List<String> added) {
        if (longer(after.sessions(), before.sessions())
                || (after.sessions().isPresent() && before.sessions().isEmpty())) {
            added.add("sessions");
        }
        if (after.seen() && !before.seen()) {
            added.add("products that were looked at");
        }
        if (after.cart() && !before.cart()) {
            added.add("carts");
        }
    }

    private static boolean longer(Optional<Duration> one, Optional<Duration> other) {
        return one.isPresent() && one.get().compareTo(other.orElse(Duration.ZERO)) > 0;
    }
}
