package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BroadcastsTest {

    private static Workspace workspace(String start) {
        return Compiled.workspace(
                Map.of("news.yaml", "journey: news\nstart: " + start + "\nsteps: [ { id: pause, wait: 1h } ]\n"));
    }

    private final Life life = new Life(
            workspace("{ schedule: { cron: \"0 9 * * 1\" }, audience: customer.tier == 'gold', cooldown: 8d }"));

    private List<String> scheduled(String due, String now) {
        return Told.since(Life.T0, life.decide(new Input.Scheduled(new JourneyId("news"), Life.at(due)), Life.at(now)));
    }

    @Test
    void beginsForTheAudience() {
        // given
        List<String> refused = scheduled("1d", "1d");
        life.identify(Map.of("tier", "gold"));

        // when
        List<String> decided = scheduled("2d", "2d 1m");

        // then
        assertThat(refused).containsExactly("not entered news '': not-in-audience");
        assertThat(decided).containsExactly("entered news '' as of 2d 1m", "waits at pause until 2d 1h 1m");
    }

    @Test
    void oneOccurrenceIsOneRun() {
        // given
        life.identify(Map.of("tier", "gold"));
        scheduled("1d", "1d");

        // when
        List<String> again = scheduled("1d", "1d 1m");
        life.tick("2d");
        List<String> next = scheduled("8d", "8d");

        // then
        assertThat(again).containsExactly("not entered news '': already-running");
        assertThat(next).containsExactly("not entered news '': cooldown");
    }

    @Test
    void anOccurrenceThatComesMuchTooLateBeginsNothing() {
        // given
        life.identify(Map.of("tier", "gold"));

        // when
        List<String> decided = scheduled("1d", "3d 1s");

        // then
        assertThat(decided).containsExactly("not entered news '': too-old");
    }

    @Test
    void aJourneyThatIsGoneBeginsNothing() {
        // when
        life.under(workspace("{ on: A, again: ignore }"));
        List<String> decided = scheduled("1d", "1d");

        // then
        assertThat(decided).containsExactly("arranged");
    }

    @Test
    void nobodyIsMadeACustomer() {
        // given
        Decider decider = new Decider(workspace("{ schedule: { cron: \"0 9 * * 1\" } }"));
        Input input = new Input.Scheduled(new JourneyId("news"), Life.T0);

        // when
        List<Decision> decided = decider.decide(Customer.unknown("bob"), input, Life.T0);

        // then
        assertThat(decided).isEmpty();
    }
}
