package dev.safar.core.runtime;

import dev.safar.core.model.SegmentId;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which segments a customer is in at one moment. Each is looked at once, however many others ask for it. */
final class Belonging {

    private final Map<String, Boolean> known = new HashMap<>();
    private final Workspace workspace;
    private final Moment moment;

    /** A segment looks at the customer and the time, at no event and no run. */
    Belonging(Workspace workspace, Customer customer, Instant now) {
        this.workspace = workspace;
        this.moment = new Moment(workspace, customer, Map.of(), Map.of(), now, this);
    }

    boolean in(String segment) {
        Boolean already = known.get(segment);
        if (already == null) {
            already = workspace
                    .segment(new SegmentId(segment))
                    .map(found -> found.condition().holds(moment))
                    .orElse(false);
            known.put(segment, already);
        }
        return already;
    }
}
