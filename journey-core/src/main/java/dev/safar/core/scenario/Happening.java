package dev.safar.core.scenario;

import dev.safar.core.model.JourneyId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that came of a scenario and that an author can expect.
 *
 * @param what the channel of a send, the reason of a hold, a skip, a refusal or an end, the key of an entry, the id of an offer, the
 *     name of a branch, an event or a journey, the URL of a call, {@code customer.points = 5}
 * @param template of a send, a hold or a skip
 */
record Happening(JourneyId journey, Duration at, Kind kind, String what, Optional<String> template) {

    /** As written in {@code expect}. */
    enum Kind {
        SEND,
        HOLD,
        SKIP,
        OFFER,
        BRANCH,
        SET,
        CALL,
        EMIT,
        BEGIN,
        GOAL,
        ENTER,
        REFUSE,
        END;

        static Kind ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return line(Optional.of(journey), at, kind, what, template);
    }

    static String line(Optional<JourneyId> journey, Duration at, Kind kind, String what, Optional<String> template) {
        return ScenarioTime.text(at)
                + "  " + kind.key() + ": " + what
                + template.map(name -> ", template: " + name).orElse("")
                + journey.map(id -> "  (" + id + ")").orElse("");
    }
}
