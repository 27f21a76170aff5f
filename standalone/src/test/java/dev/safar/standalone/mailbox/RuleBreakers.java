package dev.safar.standalone.mailbox;

import dev.safar.contracts.Topics;
import dev.safar.ingest.app.EventResource;
import dev.safar.standalone.app.EdgeClock;
import io.quarkus.runtime.Quarkus;
import java.time.Instant;

/** Code that the architecture rules must notice. */
public final class RuleBreakers {

    private RuleBreakers() {}

    static final class UsesQuarkus {
        void stop() {
            Quarkus.asyncExit();
        }
    }

    static final class UsesAnotherApp {
        Class<?> other() {
            return EventResource.class;
        }
    }

    static final class UsesApp {
        EdgeClock clock() {
            return EdgeClock.system();
        }
    }

    static final class UsesTopics {
        String topic() {
            return Topics.messages("email");
        }
    }

    static final class ReadsTheClock {
        Instant now() {
            return Instant.now();
        }
    }
}
