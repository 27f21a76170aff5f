package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionsTest {

    private static final String PAUSE = "steps: [ { id: pause, wait: 1h } ]\n";

    private static Life under(String start) {
        return new Life(workspace(start));
    }

    private static Workspace workspace(String start) {
        return Compiled.workspace(Map.of("cart.yaml", "journey: cart\nstart: " + start + "\n" + PAUSE));
    }

    @Test
    void onlyTheAudienceEnters() {
        // given
        Life life = under("{ on: A, key: event.k, audience: customer.tier == 'gold' && event.total > 20 }");
        life.identify(Map.of("tier", "gold"));

        // when
        List<String> poor = life.event("0m", "A", "k", "1", "total", 10L);
        List<String> rich = life.event("0m", "A", "k", "1", "total", 30L);
        life.identify(Map.of("tier", "silver"));
        List<String> silver = life.event("0m", "A", "k", "2", "total", 30L);

        // then
        assertThat(poor).containsExactly("applied A", "not entered cart '1': not-in-audience");
        assertThat(rich).containsExactly("applied A", "entered cart '1' as of 0m", "waits at pause until 1h");
        assertThat(silver).containsExactly("applied A", "not entered cart '2': not-in-audience");
    }

    @Test
    void nothingBeginsOutsideOfThePeriod() {
        // given
        Life life = under("{ on: A, key: event.k, from: 2026-03-02, to: 2026-03-02 }");

        // when
        List<String> before = life.event("14h 59m", "A", "k", "1");
        List<String> first = life.event("15h", "A", "k", "2");
        List<String> last = life.event("38h 59m", "A", "k", "3");
        List<String> after = life.event("39h", "A", "k", "4");

        // then
        assertThat(before).containsExactly("applied A", "not entered cart '1': not-yet");
        assertThat(first).contains("entered cart '2' as of 15h");
        assertThat(last).contains("entered cart '3' as of 1d 14h 59m");
        assertThat(after).containsExactly("applied A", "not entered cart '4': over");
    }

    @Test
    void whatHappenedInThePeriodCountsThoughItIsLate() {
        // given
        Life life = under("{ on: A, key: event.k, to: 2026-03-01T12:00 }");

        // when
        List<String> decided = life.late("1h", "5h", "A", "k", "1");

        // then
        assertThat(decided).startsWith("applied A", "entered cart '1' as of 1h");
    }

    @Test
    void aJourneyCanAskForYoungerEventsThanTheWorkspace() {
        // given
        Life life = under("{ on: A, key: event.k, max_event_age: 1h }");

        // when
        List<String> decided = life.late("0m", "1h 1s", "A", "k", "1");

        // then
        assertThat(decided).containsExactly("applied A", "not entered cart '1': too-old");
    }

    @Test
    void aCooldownHoldsForEveryKey() {
        // given
        Life life = under("{ on: A, key: event.k, cooldown: 2d }");
        life.event("0m", "A", "k", "1");

        // when
        List<String> soon = life.event("47h", "A", "k", "2");
        List<String> later = life.event("48h", "A", "k", "3");

        // then
        assertThat(soon).containsExactly("applied A", "not entered cart '2': cooldown");
        assertThat(later).contains("entered cart '3' as of 2d");
    }

    @Test
    void aRestartTakesAPlaceThatIsThereAlready() {
        // given
        Life life = under("{ on: A, key: event.k, again: restart, cooldown: 2d }");
        life.event("0m", "A", "k", "1");

        // when
        List<String> again = life.event("30m", "A", "k", "1");
        life.tick("2h");
        List<String> afresh = life.event("3h", "A", "k", "1");

        // then
        assertThat(again)
                .containsExactly(
                        "applied A",
                        "finished cart at pause: restarted",
                        "entered cart '1' as of 30m",
                        "waits at pause until 1h 30m");
        assertThat(afresh).containsExactly("applied A", "not entered cart '1': cooldown");
    }

    @Test
    void aSilenceIsForTheAudienceToo() {
        // given
        Life life = under("{ inactive: { no: A, for: 1h }, audience: customer.tier == 'gold' }");
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided).containsExactly("silence cart ended", "not entered cart '': not-in-audience");
    }
}
