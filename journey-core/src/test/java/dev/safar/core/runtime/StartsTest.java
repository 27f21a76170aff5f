package dev.safar.core.runtime;

import dev.safar.core.model.Admission;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Start;
import dev.safar.core.model.Start.Again;
import dev.safar.core.model.Step;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.field;
import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.on;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.stop;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class StartsTest {

    private static final Step PAUSE = pause("pause", Duration.ofHours(1), 1);

    private static Workspace cart(Again again) {
        return workspace(journey("cart", on("Product Added", again), List.of(), PAUSE));
    }

    @Test
    void beginsARunWithTheFieldsItsJourneyReads() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));

        // when
        life.event("0m", "Product Added", "cart_id", "c1", "colour", "red");

        // then
        Run run = life.customer().runs().get(0);
        assertThat(run.start()).isEqualTo(Map.of("cart_id", "c1"));
        assertThat(run.id()).isEqualTo(Ids.runStartedBy("ada", run.journey().id(), "c1", "m1"));
    }

    @Test
    void beginsNothingWhereTheConditionDoesNotHold() {
        // given
        Start start = new Start.OnEvent(
                "A", Optional.of(scope -> scope.event().containsKey("k")), Optional.empty(), Again.IGNORE);
        Life life = Life.reachable(workspace(journey("cart", start, List.of(), PAUSE)));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).containsExactly("applied A");
    }

    @Test
    void anEventWithoutTheKeyBeginsNothing() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));

        // when
        List<String> decided = life.event("0m", "Product Added");

        // then
        assertThat(decided).containsExactly("applied Product Added", "not entered cart '': no-key");
    }

    @Test
    void anImportedEventBeginsNothing() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));

        // when
        List<String> decided = life.imported("0m", "1m", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided).containsExactly("applied Product Added", "not entered cart 'c1': historical");
    }

    @Test
    void anEventOlderThanTheWorkspaceAllowsBeginsNothing() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));

        // when
        List<String> old = life.late("0m", "48h 1s", "Product Added", "cart_id", "c1");
        List<String> justInTime = life.late("1s", "48h 1s", "Product Added", "cart_id", "c2");

        // then
        assertThat(old).containsExactly("applied Product Added", "not entered cart 'c1': too-old");
        assertThat(justInTime)
                .containsExactly("applied Product Added", "entered cart 'c2' as of 1s", "waits at pause until 1h 1s");
    }

    @Test
    void eachKeyHasARunOfItsOwn() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));

        // when
        life.event("0m", "Product Added", "cart_id", "c1");
        life.event("1m", "Product Added", "cart_id", "c2");

        // then
        assertThat(life.customer().runs()).extracting(Run::key).containsExactly("c1", "c2");
    }

    @Test
    void ignoresAFurtherStartWhileTheRunIsUnderWay() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.event("10m", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided).containsExactly("applied Product Added", "not entered cart 'c1': already-running");
    }

    @Test
    void beginsAgainOnceTheRunIsOver() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));
        life.event("0m", "Product Added", "cart_id", "c1");
        life.tick("1h");

        // when
        List<String> decided = life.event("2h", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided)
                .containsExactly("applied Product Added", "entered cart 'c1' as of 2h", "waits at pause until 3h");
    }

    @Test
    void restartsTheStory() {
        // given
        Life life = Life.reachable(cart(Again.RESTART));
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.event("10m", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Product Added",
                        "finished cart at pause: restarted",
                        "entered cart 'c1' as of 10m",
                        "waits at pause until 1h 10m");
    }

    @Test
    void anOlderEventDoesNotRestartTheStory() {
        // given
        Life life = Life.reachable(cart(Again.RESTART));
        life.event("10m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.late("9m", "20m", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided).containsExactly("applied Product Added", "not entered cart 'c1': already-running");
    }

    @Test
    void aRestartTakesBackAMessageStillInTheOutbox() {
        // given
        Life life = Life.reachable(workspace(journey(
                "cart",
                on("A", Again.RESTART),
                List.of(),
                send("reminder", 1, Channel.EMAIL),
                pause("p", Duration.ofHours(1), 2))));
        life.event("0m", "A", "cart_id", "c1");

        // when
        List<String> decided = life.event("1m", "A", "cart_id", "c1");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "finished cart at p: restarted",
                        "retracts email reminder: restarted",
                        "entered cart 'c1' as of 1m",
                        "sends email reminder to ada@example.com due 1m",
                        "waits at p until 1h 1m");
    }

    @Test
    void runsBesideEachOther() {
        // given
        Life life = Life.reachable(cart(Again.PARALLEL));
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.event("10m", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided)
                .containsExactly("applied Product Added", "entered cart 'c1' as of 10m", "waits at pause until 1h 10m");
        assertThat(life.customer().runs()).hasSize(2);
    }

    @Test
    void theSixtyFifthRunIsTooMany() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));
        for (int i = 0; i < 64; i++) {
            life.event("0m", "Product Added", "cart_id", "c" + i);
        }

        // when
        List<String> decided = life.event("1m", "Product Added", "cart_id", "c64");

        // then
        assertThat(decided).containsExactly("applied Product Added", "not entered cart 'c64': too-many-runs");
    }

    @Test
    void manyRunsThatFallDueTogetherAllComeToTheirEnd() {
        // given
        Step[] steps = new Step[41];
        steps[0] = PAUSE;
        for (int i = 1; i < steps.length; i++) {
            steps[i] = send("reminder", i + 1, Channel.EMAIL);
        }
        Life life = Life.reachable(workspace(journey("cart", on("A", Again.IGNORE), List.of(), steps)));
        for (int i = 0; i < 64; i++) {
            life.event("0m", "A", "cart_id", "c" + i);
        }

        // when
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided.stream().filter("finished cart at reminder: completed"::equals))
                .hasSize(64);
    }

    @Test
    void ofFinishedRunsTheLatestSixtyFourAreKept() {
        // given
        Life life = Life.reachable(
                workspace(journey("cart", on("A", Again.IGNORE), List.of(), send("reminder", 1, Channel.EMAIL))));
        for (int i = 0; i < 66; i++) {
            life.event("0m", "A", "cart_id", "c" + i);
        }

        // when
        life.event("1m", "B");

        // then
        assertThat(life.customer().runs())
                .hasSize(64)
                .extracting(Run::key)
                .startsWith("c2")
                .endsWith("c65");
    }

    @Test
    void aRestartIsPossibleHoweverManyRunsThereAre() {
        // given
        Life life = Life.reachable(cart(Again.RESTART));
        for (int i = 0; i < 64; i++) {
            life.event("0m", "Product Added", "cart_id", "c" + i);
        }

        // when
        List<String> decided = life.event("1m", "Product Added", "cart_id", "c7");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Product Added",
                        "finished cart at pause: restarted",
                        "entered cart 'c7' as of 1m",
                        "waits at pause until 1h 1m");
    }

    @Test
    void journeysBeginInTheirOrder() {
        // given
        Life life = Life.reachable(workspace(
                journey("one", onAny("A"), List.of(stop("B")), PAUSE), journey("two", onAny("A"), List.of(), PAUSE)));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "entered one '' as of 0m",
                        "waits at pause until 1h",
                        "entered two '' as of 0m",
                        "waits at pause until 1h");
    }

    @Test
    void aRunGoesOnInTheVersionItBeganWith() {
        // given
        Start start = new Start.OnEvent("A", Optional.empty(), Optional.of(field("k")), Again.IGNORE);
        Journey old = journey("cart", start, List.of(), PAUSE, send("reminder", 2, Channel.EMAIL));
        Journey edited = new Journey(
                Journeys.ref("cart", "v2"),
                "o",
                "",
                start,
                Admission.OPEN,
                List.of(),
                Optional.empty(),
                List.of(PAUSE),
                Optional.empty(),
                Set.of());
        Life life = Life.reachable(workspace(old));
        life.event("0m", "A", "k", "x");

        // when
        life.under(workspace(List.of(edited), List.of(old)));
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided)
                .containsExactly(
                        "sends email reminder to ada@example.com due 1h", "finished cart at reminder: completed");
    }

    @Test
    void aRunWhoseVersionIsGoneEndsWhenItsTimeComes() {
        // given
        Life life = Life.reachable(cart(Again.IGNORE));
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        life.under(workspace());
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided).containsExactly("finished cart at pause: failed: unknown version");
    }
}
