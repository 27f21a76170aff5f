package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Workspace;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an event says about the customer as a person: attributes and consents. */
final class Profile {

    /** The trait that carries consents: a list of the channels granted, or a map of channel to yes or no. */
    static final String CONSENTS = "consents";

    private static final String UNSUBSCRIBED = "Unsubscribed";

    private final Set<String> kept;

    Profile(Workspace workspace) {
        this.kept = keptAttributes(workspace);
    }

    void apply(Event event, Deliberation deliberation) {
        Map<String, Object> changed = new HashMap<>();
        event.traits().forEach((name, value) -> {
            if (keeps(name)
                    && !Objects.equals(deliberation.customer().attributes().get(name), value)) {
                changed.put(name, value);
            }
        });
        if (!changed.isEmpty()) {
            deliberation.emit(new Decision.AttributesSet(changed, deliberation.now()));
        }
        consentsOf(event).forEach((channel, granted) -> set(channel, granted, event, deliberation));
    }

    private boolean keeps(String attribute) {
        return !attribute.equals(CONSENTS) && kept.contains(attribute);
    }

    private static void set(Channel channel, boolean granted, Event event, Deliberation deliberation) {
        Boolean known = deliberation.customer().consents().get(channel);
        boolean oldYes = event.historical() && granted && known != null;
        if (oldYes || Objects.equals(known, granted)) {
            return; // what was imported never undoes a refusal
        }
        deliberation.emit(new Decision.ConsentSet(channel, granted, deliberation.now()));
        if (!granted) {
            retract(channel, deliberation);
        }
    }

    private static void retract(Channel channel, Deliberation deliberation) {
        for (Run run : deliberation.customer().runs()) {
            for (SentMessage message : run.messages()) {
                if (message.channel() == channel && message.status() == SentMessage.Status.REQUESTED) {
                    deliberation.retract(run, message, "consent-withdrawn");
                }
            }
        }
    }

    private static Map<Channel, Boolean> consentsOf(Event event) {
        Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
        Object said = event.traits().get(CONSENTS);
        if (said instanceof Collection<?> granted) {
            for (Channel channel : Channel.values()) {
                consents.put(channel, granted.contains(channel.wireName()));
            }
        } else if (said instanceof Map<?, ?> each) {
            for (Channel channel : Channel.values()) {
                if (each.get(channel.wireName()) instanceof Boolean granted) {
                    consents.put(channel, granted);
                }
            }
        }
        if (event.name().equals(UNSUBSCRIBED)) {
            Object channel = event.fields().getOrDefault("channel", Channel.EMAIL.wireName());
            Channel.ofWireName(String.valueOf(channel)).ifPresent(refused -> consents.put(refused, false));
        }
        return consents;
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
