package dev.safar.engine.plan;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.ApplyLimits;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.plan.Plan.Fate;
import dev.safar.engine.plan.Plan.JourneyChange;
import dev.safar.engine.plan.Plan.Kind;
import dev.safar.engine.plan.Plan.StepChange;
import dev.safar.engine.query.JourneyView;
import dev.safar.engine.query.JourneyView.StepView;
import dev.safar.engine.query.PublishedWorkspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PlannerTest {

    private static final String TWO_WAITS = "steps:\n  - { id: nap, wait: 1h }\n  - { id: rest, wait: 2h }\n";
    private static final String RENAMED = "steps:\n  - { id: doze, wait: 1h }\n  - { id: rest, wait: 2h }\n";
    private static final Map<String, String> BEFORE =
            Map.of("workspace.yaml", "zone: UTC\n", "cart.yaml", cart(TWO_WAITS));
    private static final String NOW = version(BEFORE);
    private static final List<JourneyView> WAITING = List.of(view(
            "cart", 42, new StepView(NOW, "nap", 30), new StepView(NOW, "rest", 10), new StepView("older", "nap", 2)));

    @Test
    void withoutAWordRunsGoOnOnTheirVersion() {
        // when
        Plan plan = plan(WAITING, with("cart.yaml", cart(RENAMED)));

        // then
        assertThat(plan.journeys())
                .containsExactly(new JourneyChange(
                        "cart",
                        Kind.CHANGED,
                        NOW,
                        version(with("cart.yaml", cart(RENAMED))),
                        List.of(stays(NOW, "nap", 30), stays(NOW, "rest", 10), stays("older", "nap", 2)),
                        0,
                        List.of()));
        assertThat(plan.obstacles()).isEmpty();
        assertThat(plan.touched()).isZero();
    }

    @Test
    void mappedRunsComeOverAndAreCounted() {
        // when
        Plan plan = plan(WAITING, with("cart.yaml", cart("migrate: { steps: { nap: doze } }\n" + RENAMED)));

        // then
        assertThat(plan.journeys().get(0).steps())
                .containsExactly(
                        moves(NOW, "nap", 30, "doze"),
                        moves(NOW, "rest", 10, "rest"),
                        moves("older", "nap", 2, "doze"));
        assertThat(plan.obstacles()).isEmpty();
        assertThat(plan.touched()).isEqualTo(42);
        assertThat(plan.share()).isEqualTo(100);
    }

    @Test
    void aStepThatIsGoneWithoutAWordIsAnObstacleWithTheNumberOfThoseOnIt() {
        // when
        Plan plan = plan(WAITING, with("cart.yaml", cart("migrate: {}\n" + RENAMED)));

        // then
        assertThat(plan.obstacles())
                .containsExactly(
                        "cart: 30 wait at step 'nap' of version " + NOW
                                + ", which is gone; say under 'migrate' where they go on",
                        "cart: 2 wait at step 'nap' of version older, which is gone;"
                                + " say under 'migrate' where they go on");
    }

    @Test
    void anOldStepThatNeverWasIsAnObstacle() {
        // when
        Plan plan = plan(WAITING, with("cart.yaml", cart("migrate: { steps: { nap: doze, npa: doze } }\n" + RENAMED)));

        // then
        assertThat(plan.obstacles())
                .containsExactly("cart: 'migrate' leads away from step 'npa', which no version has; take it out");
    }

    @Test
    void whileRunsAreNotCountedByStepNobodyIsBroughtOver() {
        // given
        List<JourneyView> halfway = List.of(view("cart", 42, new StepView(NOW, "nap", 2)));

        // when
        Plan plan = plan(halfway, with("cart.yaml", cart("migrate: { steps: { nap: doze } }\n" + RENAMED)));

        // then
        assertThat(plan.obstacles())
                .containsExactly(
                        "cart: of 40 runs it is not known yet where they wait;" + " plan again when the sweep is over");
    }

    @Test
    void newAndRemovedJourneysAreNamedAndWhoeverIsInOneGoesOn() {
        // given
        Map<String, String> files = with("hello.yaml", cart(TWO_WAITS).replace("journey: cart", "journey: hello"));
        files.remove("cart.yaml");

        // when
        Plan plan = plan(WAITING, files);

        // then
        assertThat(plan.journeys())
                .extracting(JourneyChange::journey, JourneyChange::kind)
                .containsExactly(tuple("cart", Kind.REMOVED), tuple("hello", Kind.ADDED));
        assertThat(plan.journeys().get(0).steps()).allMatch(step -> step.fate() == Fate.STAYS);
    }

    @Test
    void limitsAreThoseOfTheWorkspaceThatDecidesNow() {
        // given
        Map<String, String> before = new HashMap<>(BEFORE);
        before.put("workspace.yaml", "zone: UTC\napply: { max_customers: 20 }\n");
        Map<String, String> after = with("cart.yaml", cart("migrate: { steps: { nap: doze } }\n" + RENAMED));
        after.put("workspace.yaml", "zone: UTC\napply: { max_customers: 2000 }\n");

        // when
        Plan plan = Planner.plan(
                new Running(new PublishedWorkspace("w1", before, List.of()), WAITING),
                new WorkspaceFiles(after),
                compile(after));

        // then
        assertThat(plan.limits()).isEqualTo(new ApplyLimits(Optional.of(20L), Optional.empty()));
        assertThat(plan.exceedsLimits()).isTrue();
        assertThat(plan.settings()).containsExactly("apply");
    }

    @Test
    void changedTemplatesTouchThoseWhoWillGetThem() {
        // given
        Map<String, String> shipped = ShippedWorkspace.files().texts();
        String version = compile(shipped)
                .current(new JourneyId("win-back"))
                .orElseThrow()
                .ref()
                .version();
        Map<String, String> edited = new HashMap<>(shipped);
        edited.computeIfPresent("templates/miss-you/email.en.liquid", (name, text) -> text + "\nSee you!\n");
        List<JourneyView> waiting = List.of(view("win-back", 7, new StepView(version, "wait-for-opened-miss-you", 7)));

        // when
        Plan plan = Planner.plan(
                new Running(new PublishedWorkspace("w1", shipped, List.of()), waiting),
                new WorkspaceFiles(edited),
                compile(edited));

        // then
        assertThat(plan.templates()).containsExactly("miss-you");
        assertThat(plan.touched()).isEqualTo(7);
        assertThat(plan.settings()).isEmpty();
    }

    @Test
    void whatThePastIsAskedForTheFirstTimeCountsFromNowOn() {
        // given
        String asking = cart(
                """
                steps:
                  - { id: nap, wait: 1h }
                  - { if: "customer.count('Product Viewed') > 3", then: [ { stop: keen } ] }
                """);

        // when
        Plan plan = plan(List.of(), with("cart.yaml", asking));

        // then
        assertThat(plan.countsFromNow()).containsExactly("Product Viewed");
    }

    private static Plan plan(List<JourneyView> waiting, Map<String, String> files) {
        var running = new Running(new PublishedWorkspace("w1", BEFORE, List.of()), waiting);
        return Planner.plan(running, new WorkspaceFiles(files), compile(files));
    }

    private static StepChange stays(String version, String step, long waiting) {
        return new StepChange(version, step, waiting, Fate.STAYS, Optional.empty());
    }

    private static StepChange moves(String version, String step, long waiting, String target) {
        return new StepChange(version, step, waiting, Fate.MOVES, Optional.of(target));
    }

    private static JourneyView view(String journey, long waiting, StepView... steps) {
        return new JourneyView(journey, waiting, waiting, Map.of(), List.of(steps));
    }

    private static Map<String, String> with(String file, String text) {
        Map<String, String> files = new HashMap<>(BEFORE);
        files.put(file, text);
        return files;
    }

    private static String cart(String rest) {
        return "journey: cart\nowner: a@b.example\nstart: { on: Product Added }\nstop: [ { on: Order Completed } ]\n"
                + rest;
    }

    private static String version(Map<String, String> files) {
        return compile(files).current(new JourneyId("cart")).orElseThrow().ref().version();
    }

    private static Workspace compile(Map<String, String> files) {
        return ShippedWorkspace.compile(new WorkspaceFiles(files));
    }
}
