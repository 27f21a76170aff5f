package dev.safar.standalone.app;

import dev.safar.standalone.sandbox.Outage;
import java.util.Map;
import java.util.Optional;

/** The outage of each channel's provider, which none has to begin with. */
final class Outages {

    private final Map<String, Outage> byChannel =
            Map.of("email", new Outage(), "sms", new Outage(), "push", new Outage());

    Outage of(String channel) {
        return find(channel).orElseThrow();
    }

    Optional<Outage> find(String channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }
}
