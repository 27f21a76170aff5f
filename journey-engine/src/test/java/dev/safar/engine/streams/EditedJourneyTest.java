package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.plan.Plan;
import dev.safar.engine.plan.Planner;
import dev.safar.engine.plan.Running;
import dev.safar.engine.query.JourneyView;
import dev.safar.engine.query.PublishedWorkspace;
import dev.safar.engine.state.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A live journey is edited: that runs add up is checked after every simulation. */
class EditedJourneyTest {

    private static final JourneyId CART = new JourneyId("cart");
    private static final String BEFORE = "steps:\n  - { id: nap, wait: 1h }\n  - { stop: napped }\n";
    private static final String AFTER = "steps:\n  - { id: doze, wait: 5h }\n  - { stop: dozed }\n";
    private static final String MAPPED = "migrate: { steps: { nap: doze } }\n" + AFTER;

    private final AtomicReference<Workspace> workspace = new AtomicReference<>(workspace(BEFORE));
    private final JourneySimulation simulation =
            new JourneySimulation(workspace::get, JourneySimulation.UNHURRIED, JourneySimulation.T0);

    @BeforeEach
    void twoCustomersAreUnderWay() {
        for (String customer : List.of("ada", "bob")) {
            simulation.customer(customer).track(customer, "Product Added", Map.of());
        }
        simulation.pass(Duration.ofMinutes(30)).decisions();
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void runsInFlightFinishOnTheirVersion() {
        // when
        workspace.set(workspace(AFTER, BEFORE));
        simulation.customer("eve").track("eve", "Product Added", Map.of()).pass(Duration.ofHours(6));

        // then
        assertThat(endings()).containsExactly("1h ada napped", "1h bob napped", "PT5H30M eve dozed");
        assertThat(tally()).isEqualTo(new Tally.Counts(3, 0, Map.of("napped", 2L, "dozed", 1L)));
    }

    @Test
    void migrateMovesThemAsMapped() {
        // when
        workspace.set(workspace(MAPPED, BEFORE));
        simulation.pass(Duration.ofSeconds(1));

        // then
        String version = workspace.get().current(CART).orElseThrow().ref().version();
        assertThat(view().steps()).containsExactly(new JourneyView.StepView(version, "doze", 2));

        // and when
        simulation.pass(Duration.ofHours(6));

        // then
        assertThat(endings()).hasSize(2).allMatch(ending -> ending.endsWith("dozed"));
        assertThat(tally()).isEqualTo(new Tally.Counts(2, 0, Map.of("dozed", 2L)));
        assertThat(simulation.count("safar.runs.migrated")).isEqualTo(2);
    }

    @Test
    void anOrderThatEndsARunEndsItOnWhicheverVersionItIs() {
        // given
        workspace.set(workspace(MAPPED, BEFORE));

        // when
        simulation.track("ada", "Order Completed", Map.of());

        // then
        assertThat(simulation.decisions())
                .filteredOn(decision -> decision.customer().equals("ada"))
                .extracting(DecisionRecord::type, DecisionRecord::reason)
                .containsExactly(tuple("migrated", null), tuple("finished", "stopped: Order Completed"));
    }

    @Test
    void aRemovedStepWithoutAMapIsRefusedWithTheNumberOfCustomersOnIt() {
        // given
        var running = new Running(new PublishedWorkspace("w1", files(BEFORE).texts(), List.of()), List.of(view()));
        WorkspaceFiles edited = files("migrate: {}\n" + AFTER);

        // when
        Plan plan = Planner.plan(running, edited, workspace("migrate: {}\n" + AFTER));

        // then
        String version = workspace.get().current(CART).orElseThrow().ref().version();
        assertThat(plan.obstacles())
                .containsExactly("cart: 2 wait at step 'nap' of version " + version
                        + ", which is gone; say under 'migrate' where they go on");
    }

    @Test
    void afterGoingBackRunsOfBothVersionsGoOn() {
        // given
        workspace.set(workspace(AFTER, BEFORE));
        simulation.customer("eve").track("eve", "Product Added", Map.of()).pass(Duration.ofSeconds(1));

        // when
        workspace.set(workspace(BEFORE, AFTER));
        simulation.customer("kim").track("kim", "Product Added", Map.of()).pass(Duration.ofHours(6));

        // then
        assertThat(tally()).isEqualTo(new Tally.Counts(4, 0, Map.of("napped", 3L, "dozed", 1L)));
    }

    private List<String> endings() {
        return simulation.decisions().stream()
                .filter(decision -> decision.type().equals("finished"))
                .map(decision -> JourneySimulation.sinceStart(decision.at()) + " " + decision.customer() + " "
                        + decision.reason())
                .toList();
    }

    private Tally.Counts tally() {
        return simulation.tally().of(CART);
    }

    private JourneyView view() {
        return JourneyView.of(List.of(CART), simulation.tally(), simulation.places())
                .get(0);
    }

    private static Workspace workspace(String steps, String... earlier) {
        List<WorkspaceFiles> former =
                List.of(earlier).stream().map(EditedJourneyTest::files).toList();
        return former.isEmpty()
                ? ShippedWorkspace.compile(files(steps))
                : ((Compilation.Compiled) WorkspaceCompiler.compile(files(steps), former)).workspace();
    }

    private static WorkspaceFiles files(String steps) {
        return new WorkspaceFiles(Map.of(
                "workspace.yaml",
                "zone: UTC\n",
                "cart.yaml",
                "journey: cart\nowner: a@b.example\nstart: { on: Product Added }\n"
                        + "stop: [ { on: Order Completed } ]\n" + steps));
    }
}
