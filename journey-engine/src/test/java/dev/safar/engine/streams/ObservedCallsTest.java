package dev.safar.engine.streams;

import dev.safar.contracts.CustomerEvent;
import dev.safar.core.model.Observed;
import dev.safar.engine.ShippedWorkspace;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObservedCallsTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Observed OBSERVED = ShippedWorkspace.compiled().observed();

    @Test
    void aCallOfAJourneyKeepsAllOfItsFields() {
        // given
        Map<String, Object> properties = Map.of("journey", "birthday", "gift", "mug", "count", 2);

        // then
        assertThat(read("Journey Called", properties))
                .isEqualTo(Map.of("journey", "birthday", "gift", "mug", "count", 2L));
    }

    @Test
    void anAnswerKeepsItsStatusAndWhatWasAnswered() {
        // given
        Map<String, Object> properties =
                Map.of("message_id", "c1", "status", 200, "body", Map.of("score", 7), "took", "12ms");

        // then
        assertThat(read("Webhook Answered", properties))
                .isEqualTo(Map.of("message_id", "c1", "status", 200L, "body", Map.of("score", 7L)));
    }

    @Test
    void anUnsubscriptionKeepsItsTopic() {
        assertThat(read("Unsubscribed", Map.of("channel", "email", "topic", "promotions", "page", "/")))
                .isEqualTo(Map.of("channel", "email", "topic", "promotions"));
    }

    private static Map<String, Object> read(String event, Map<String, Object> properties) {
        var call = new CustomerEvent(
                "track", event, "ada", "ada", null, "m1", T0, T0, properties, null, null, "test", false);
        return ObservedCalls.read(call, OBSERVED).orElseThrow().event().fields();
    }
}
