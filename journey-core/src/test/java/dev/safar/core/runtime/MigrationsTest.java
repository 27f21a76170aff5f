package dev.safar.core.runtime;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Journey;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs under way when their journey is edited. */
class MigrationsTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final String BEFORE =
            """
            steps:
              - { id: nap, wait: 2h }
              - { id: rest, wait: 3h }
              - { id: reply, wait_for: { on: Order Completed } }
            """;

    @Test
    void aRunStaysOnItsVersionWhereTheNewOneDoesNotSayHowToComeOver() {
        // given
        Customer customer = waiting(BEFORE);

        // when
        Customer after = brought(customer, "steps:\n  - { id: nap, wait: 9h }\n");

        // then
        assertThat(after.runs()).isEqualTo(customer.runs());
    }

    @Test
    void aRunAtAStepOfTheSameNameKeepsItsDueTime() {
        assertThat(place(brought(waiting(BEFORE), "migrate: {}\nsteps:\n  - { id: nap, wait: 9h }\n")))
                .isEqualTo("new nap +2h");
    }

    @Test
    void aMappedRunBeginsItsNewWaitNow() {
        assertThat(place(brought(
                        waiting(BEFORE), "migrate: { steps: { nap: doze } }\nsteps:\n  - { id: doze, wait: 9h }\n")))
                .isEqualTo("new doze +10h");
    }

    @Test
    void aMappedRunCountsFromTheAnchorOfItsNewWait() {
        assertThat(place(brought(
                        waiting(BEFORE),
                        "migrate: { steps: { nap: doze } }\nsteps:\n  - { id: doze, wait: { until: start + 9h } }\n")))
                .isEqualTo("new doze +9h");
    }

    @Test
    void aMappedRunWaitsForAnEventUntilTheTimeoutFromNow() {
        assertThat(
                        place(
                                brought(
                                        waiting(BEFORE),
                                        """
                        migrate: { steps: { nap: order } }
                        steps:
                          - { id: order, wait_for: { on: Order Completed, timeout: 4h } }
                        """)))
                .isEqualTo("new order +5h");
    }

    @Test
    void aRunThatWaitedForAnEventAloneGetsATimeWhereItsStepHasOneNow() {
        // given
        Customer customer = waiting("steps:\n  - { id: nap, wait_for: { on: Order Completed } }\n");

        // then
        assertThat(place(brought(customer, "migrate: {}\nsteps:\n  - { id: nap, wait: 9h }\n")))
                .isEqualTo("new nap +10h");
    }

    @Test
    void aRunAtAStepThatIsGoneWithoutAWordStaysOnItsVersion() {
        // given
        Customer customer = waiting(BEFORE);

        // when
        Customer after = brought(customer, "migrate: { steps: { rest: doze } }\nsteps:\n  - { id: doze, wait: 9h }\n");

        // then
        assertThat(after.runs()).isEqualTo(customer.runs());
    }

    @Test
    void aTimeThatHasGoneByIsPassedAtOnceOnATick() {
        // when
        List<Decision> decisions = decide(
                waiting(BEFORE),
                workspace(
                        "migrate: { steps: { nap: doze } }\nsteps:\n  - { id: doze, wait: { until: start + 30m } }\n",
                        BEFORE));

        // then
        assertThat(decisions)
                .extracting(decision -> decision.getClass().getSimpleName())
                .containsExactly("Migrated", "Arranged", "Finished");
    }

    @Test
    void aRunThatNowWaitsForWhatHasHappenedGoesOn() {
        // given
        Workspace edited = workspace(
                """
                migrate: { steps: { nap: seen } }
                steps:
                  - { id: hello, send: email, template: hi }
                  - { id: seen, wait_for: { opened: hello, timeout: 7d }, then: [ { stop: opened } ], else: [ { stop: unopened } ] }
                """,
                BEFORE);
        Customer customer = waiting(BEFORE);
        SentMessage opened = new SentMessage(
                new MessageId("m"),
                new StepId("hello"),
                Channel.EMAIL,
                T0,
                List.of(),
                Optional.empty(),
                SentMessage.Status.OPENED);
        Run run = customer.runs().get(0).sending(List.of(opened));

        // when
        List<Decision> decisions = decide(customer.but().runs(List.of(run)).build(), edited);

        // then
        assertThat(decisions)
                .filteredOn(RunDecision.Finished.class::isInstance)
                .extracting(decision -> ((RunDecision.Finished) decision).reason())
                .containsExactly("opened");
    }

    @Test
    void aRunDoesNotComeOverToAStepOfItsNameThatDoesSomethingElse() {
        // given
        Customer customer = waiting(BEFORE);

        // when
        Customer after = brought(customer, "migrate: {}\nsteps:\n  - { id: nap, stop: enough }\n");

        // then
        assertThat(after.runs()).isEqualTo(customer.runs());
    }

    private static Customer waiting(String steps) {
        Workspace workspace = workspace(steps);
        var event = new Event("Product Added", "m1", T0, Map.of(), Map.of(), false);
        Customer customer = Customer.unknown("ada");
        return Evolution.replay(customer, new Decider(workspace).decide(customer, new Input.Occurred(event, 0), T0));
    }

    private static Customer brought(Customer customer, String steps) {
        return Evolution.replay(customer, decide(customer, workspace(steps, BEFORE)));
    }

    private static List<Decision> decide(Customer customer, Workspace workspace) {
        return new Decider(workspace).decide(customer, new Input.TimePassed(), T0.plus(Duration.ofHours(1)));
    }

    private static String place(Customer customer) {
        Run run = customer.runs().get(0);
        Optional<Duration> due = run.due().map(time -> Duration.between(T0, time));
        boolean old = run.journey().equals(ref(workspace(BEFORE)));
        return (old ? "old " : "new ") + run.step() + " +" + due.orElseThrow().toHours() + "h";
    }

    private static Object ref(Workspace workspace) {
        return workspace.journeys().stream().map(Journey::ref).findFirst().orElseThrow();
    }

    private static Workspace workspace(String steps, String... earlier) {
        List<WorkspaceFiles> former =
                List.of(earlier).stream().map(MigrationsTest::files).toList();
        return ((Compilation.Compiled) WorkspaceCompiler.compile(files(steps), former)).workspace();
    }

    private static WorkspaceFiles files(String steps) {
        Map<String, String> texts = new HashMap<>();
        texts.put("workspace.yaml", "zone: UTC\n");
        texts.put("templates/hi/email.en.liquid", "---\nsubject: Hi\n---\nHi");
        texts.put("cart.yaml", "journey: cart\nowner: a@b.example\nstart: { on: Product Added }\n" + steps);
        return new WorkspaceFiles(texts);
    }
}
