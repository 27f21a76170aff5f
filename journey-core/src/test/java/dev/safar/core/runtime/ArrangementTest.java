package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrangementTest {

    private static final String STEPS = "steps: [ { id: pause, wait: 1h } ]\n";
    private static final Map<String, String> ORDERS = Map.of(
            "orders.yaml",
            "journey: orders\nstart: { on: Order Completed, again: ignore, where: event.total > 9000 }\n" + STEPS);

    private static Workspace with(String start) {
        Map<String, String> files = new TreeMap<>(ORDERS);
        files.put("later.yaml", "journey: later\nstart: " + start + "\n" + STEPS);
        return Compiled.workspace(files);
    }

    private final Life life = new Life(Compiled.workspace(ORDERS));

    @Test
    void aSilenceThatIsStillToComeBeginsAJourneyThatIsAddedLater() {
        // given
        life.event("0m", "Order Completed");

        // when
        life.under(with("{ inactive: { no: Order Completed, for: 45d } }"));
        List<String> swept = life.tick("10d");
        List<String> silent = life.tick("45d");

        // then
        assertThat(swept).containsExactly("silence later until 45d", "arranged");
        assertThat(silent)
                .containsExactly("silence later ended", "entered later '' as of 45d", "waits at pause until 45d 1h");
    }

    @Test
    void aSilenceThatIsLongOverBeginsNothing() {
        // given
        life.event("0m", "Order Completed");

        // when
        life.under(with("{ inactive: { no: Order Completed, for: 45d } }"));

        // then
        assertThat(life.tick("45d")).containsExactly("arranged");
        assertThat(life.tick("100d")).isEmpty();
    }

    @Test
    void aSilenceMovesWithItsLength() {
        // given
        life.event("0m", "Order Completed");
        life.under(with("{ inactive: { no: Order Completed, for: 45d } }"));
        life.tick("10d");

        // when
        life.under(with("{ inactive: { no: Order Completed, for: 30d } }"));
        List<String> shorter = life.tick("11d");
        life.under(with("{ inactive: { no: Order Completed, for: 10d } }"));
        List<String> over = life.tick("12d");

        // then
        assertThat(shorter).containsExactly("silence later until 30d", "arranged");
        assertThat(over).containsExactly("silence later ended", "arranged");
    }

    @Test
    void aJourneyThatIsGoneWaitsForNothing() {
        // given
        life.identify(Map.of("birthday", "1990-05-17"));
        life.event("0m", "Order Completed");
        life.under(with("{ inactive: { no: Order Completed, for: 45d } }"));
        life.tick("10d");

        // when
        life.under(Compiled.workspace(ORDERS));
        List<String> decided = life.tick("11d");

        // then
        assertThat(decided).containsExactly("silence later ended", "arranged");
        assertThat(life.customer().nextDue()).isEmpty();
    }

    @Test
    void aSilenceThatIsOverButNotNoticedYetIsNotLost() {
        // given
        Workspace workspace = with("{ inactive: { no: Order Completed, for: 45d } }");
        life.under(workspace);
        life.event("0m", "Order Completed");

        // when
        Map<String, String> files = new TreeMap<>(ORDERS);
        files.put(
                "later.yaml",
                "journey: later\nstart: { inactive: { no: Order Completed, for: 45d } }\n" + STEPS + "# edited\n");
        life.under(Compiled.workspace(files));
        List<String> decided = life.tick("45d");

        // then
        assertThat(decided)
                .containsExactly(
                        "arranged", "silence later ended", "entered later '' as of 45d", "waits at pause until 45d 1h");
    }

    @Test
    void timeAloneMakesNobodyACustomer() {
        // given
        Decider decider = new Decider(with("{ inactive: { no: A, for: 1d, or_since: first_seen } }"));

        // when
        List<Decision> decided = decider.decide(Customer.unknown("bob"), new Input.TimePassed(), Life.T0);

        // then
        assertThat(decided).isEmpty();
    }

    @Test
    void whoIsNewIsSilentSinceThen() {
        // given
        Decider decider = new Decider(with("{ inactive: { no: A, for: 1d, or_since: first_seen } }"));
        Event visit = new Event("Seen", "m1", Life.at("1h"), Map.of(), Map.of(), false);

        // when
        List<Decision> decided = decider.decide(Customer.unknown("bob"), new Input.Occurred(visit, 0), Life.at("2h"));

        // then
        assertThat(Told.since(Life.T0, decided))
                .containsExactly("silence later until 1d 2h", "arranged", "applied Seen");
    }

    @Test
    void anEventTakesThePlaceOfHavingBeenSeen() {
        // given
        life.under(with("{ inactive: { no: A, for: 10d, or_since: first_seen } }"));
        life.tick("1d");

        // when
        List<String> decided = life.event("2d", "A");

        // then
        assertThat(decided).containsExactly("applied A", "silence later until 12d");
    }

    @Test
    void anImportedEventShowsThatTheSilenceIsLongOver() {
        // given
        life.under(with("{ inactive: { no: A, for: 10d, or_since: first_seen } }"));
        life.tick("1d");

        // when
        Event old = new Event("A", "old", Life.T0.minusSeconds(86400 * 9), Map.of(), Map.of(), true);
        List<Decision> decided = life.input(old, Life.at("2d"));

        // then
        assertThat(Told.since(Life.T0, decided)).containsExactly("applied A", "silence later ended");
    }
}
