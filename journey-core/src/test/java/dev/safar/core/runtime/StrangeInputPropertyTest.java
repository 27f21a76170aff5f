package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Times at the ends of time, in any order, and values of any kind where dates and zones belong. */
class StrangeInputPropertyTest {

    @Provide
    Arbitrary<Workspace> workspaces() {
        return RandomJourneys.workspacesWithPolicies();
    }

    @Provide
    Arbitrary<Instant> times() {
        Instant[] ends = {Instant.MIN, Instant.parse("-0001-01-01T00:00:00Z"), Instant.EPOCH, Life.T0, Instant.MAX};
        return Combinators.combine(Arbitraries.of(ends), Arbitraries.longs().between(-100_000_000L, 100_000_000L))
                .as((end, seconds) -> Instants.after(end, Duration.ofSeconds(seconds)));
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.of(
                "9999-12-31",
                "-9999-01-01",
                "+999999999-12-31",
                "2026-02-30",
                "2026-03-29T02:30",
                "",
                "T",
                17L,
                -0.0,
                true,
                List.of("2026-03-01"),
                Map.of("plan", "2026-03-01"),
                Instant.MAX,
                Instant.MIN,
                "Pacific/Apia");
    }

    @Property(tries = 500)
    void noTimeAndNoValueIsTooStrange(
            @ForAll("workspaces") Workspace workspace,
            @ForAll @Size(min = 2, max = 12) List<@From("times") Instant> times,
            @ForAll @Size(min = 1, max = 6) List<@From("values") Object> values) {
        Decider decider = new Decider(workspace);
        Customer customer = Customer.unknown("ada");
        for (int i = 0; i < 3 * times.size(); i++) {
            Instant now = times.get(i % times.size());
            Object value = values.get(i % values.size());
            Map<String, Object> traits = Map.of(RandomStarts.DATE, value, "zone", value, "email", "a");
            String name = i % 3 == 0 ? Event.IDENTIFY : RandomJourneys.EVENTS.get(i % 2);
            Event event = new Event(
                    name,
                    "m" + i,
                    times.get((i + 1) % times.size()),
                    Map.of("k", value),
                    i % 3 == 0 ? traits : Map.of(),
                    false);
            for (Input input : List.of(
                    new Input.Occurred(event, i),
                    new Input.TimePassed(),
                    new Input.Scheduled(new JourneyId("j" + i % 4), times.get((i + 1) % times.size())))) {
                List<Decision> decided = decider.decide(customer, input, now);
                customer = Evolution.replay(customer, decided);
            }
        }
        assertThat(customer.firstSeen()).contains(times.get(0));
    }
}
