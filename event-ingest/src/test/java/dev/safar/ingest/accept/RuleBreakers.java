package dev.safar.ingest.accept;

import dev.safar.ingest.app.IngestConfig;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Each breaks one rule of the architecture, to show that the rule would notice. */
public final class RuleBreakers {

    private RuleBreakers() {}

    record UsesAFramework(Response response) {}

    record UsesApp(IngestConfig config) {}

    record UsesKafka(ProducerRecord<String, String> message) {}

    /** Reads the clock and throws dice. */
    static final class DependsOnTheMoment {

        Instant now() {
            return Instant.now();
        }

        UUID dice() {
            return UUID.randomUUID();
        }
    }
}
