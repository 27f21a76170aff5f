package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Workspace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an event says about the customer as a person: attributes and consents. */
final class Profile {

    private final Set<String> kept;
    private final Consents consents;

    Profile(Workspace workspace) {
        this.kept = keptAttributes(workspace);
        this.consents = new Consents(workspace);
    }

    void apply(Event event, Deliberation deliberation) {
        if (!event.traits().isEmpty()) {
            learn(event, deliberation);
        }
        consents.apply(event, deliberation);
    }

    private void learn(Event event, Deliberation deliberation) {
        Map<String, Object> changed = new HashMap<>();
        event.traits().forEach((name, value) -> {
            if (keeps(name)
                    && !Objects.equals(deliberation.customer().attributes().get(name), value)) {
                changed.put(name, value);
            }
        });
        if (!changed.isEmpty()) {
            deliberation.emit(new CustomerDecision.AttributesSet(changed, deliberation.now()));
        }
    }

    private boolean keeps(String attribute) {
        return !attribute.equals(Consents.TRAIT) && kept.contains(attribute);
    }

    /** Addresses, language and zone, and what templates and conditions read. */
    private static Set<String> keptAttributes(Workspace workspace) {
        Set<String> names = new HashSet<>(workspace.observed().fieldsOf(Event.IDENTIFY));
        names.addAll(Set.of("locale", "zone", "timezone"));
        for (Channel channel : Channel.values()) {
            channel.addressAttribute().ifPresent(names::add);
        }
        return Set.copyOf(names);
    }
}
