package dev.safar.standalone.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run of the demo came to.
 *
 * @param end virtual time at which it ended
 * @param took real time
 * @param arrivals the messages, in the order in which they came
 * @param mailbox the page that shows them
 */
record Outcome(
        Instant end,
        Duration took,
        Chronicle chronicle,
        List<JourneyCount> journeys,
        List<Arrival> arrivals,
        List<Check> checks,
        Path mailbox) {

    Outcome {
        journeys = List.copyOf(journeys);
        arrivals = List.copyOf(arrivals);
        checks = List.copyOf(checks);
    }

    boolean isAsItShouldBe() {
        return checks.stream().allMatch(Check::holds);
    }
}
