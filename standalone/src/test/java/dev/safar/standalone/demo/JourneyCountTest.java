package dev.safar.standalone.demo;

import dev.safar.contracts.DecisionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JourneyCountTest {

    private static final Instant NINE = Instant.parse("2025-01-01T09:00:00Z");

    @Test
    void countsRunsByJourneyAndTheirEndsByReason() {
        // given
        List<DecisionRecord> decisions = List.of(
                Records.decision("entered", "win-back", null, NINE),
                Records.decision("entered", "win-back", null, NINE),
                Records.decision("entered", "win-back", null, NINE),
                Records.decision("waiting", "win-back", null, NINE),
                Records.decision("finished", "win-back", "completed", NINE),
                Records.decision("finished", "win-back", "stopped: Order Completed", NINE));

        // when
        List<JourneyCount> counts = JourneyCount.of(decisions, Map.of("win-back", 1L, "abandoned-cart", 2L));

        // then
        assertThat(counts)
                .containsExactly(
                        new JourneyCount("abandoned-cart", 0, 2, Map.of()),
                        new JourneyCount("win-back", 3, 1, Map.of("completed", 1L, "stopped: Order Completed", 1L)));
        assertThat(counts).extracting(JourneyCount::addsUp).containsExactly(false, true);
        assertThat(counts)
                .extracting(JourneyCount::reasons)
                .containsExactly("", "completed 1, stopped: Order Completed 1");
    }
}
