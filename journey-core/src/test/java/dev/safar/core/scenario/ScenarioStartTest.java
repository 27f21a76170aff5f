package dev.safar.core.scenario;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.Problem;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When scenarios start: a journey that goes left in the morning and right in the evening, in Berlin. */
class ScenarioStartTest {

    private static final String JOURNEY =
            """
            journey: way
            start: { on: Go, key: event.key }
            steps:
              - if: now < timestamp('2026-06-01T10:00:00Z')
                then: [ { stop: left } ]
              - { stop: right }
            """;

    private static ScenarioReport run(String scenarios) {
        WorkspaceFiles files = new WorkspaceFiles(
                Map.of("workspace.yaml", "zone: Europe/Berlin\n", "way.yaml", JOURNEY, "tests/way.yaml", scenarios));
        Compilation compilation = WorkspaceCompiler.compile(files);
        assertThat(compilation.problems()).isEmpty();
        return Scenarios.run(((Compilation.Compiled) compilation).workspace(), files);
    }

    @Test
    void aScenarioStartsWhenItSaysOnTheWorkspacesClockElseWhenItsFileSays() {
        // when
        ScenarioReport report = run(
                """
                starts: 2026-06-01T11:59
                scenarios:
                  - name: a minute before noon is a minute before ten in the zone of the condition
                    events: [ { at: 0s, event: Go, key: 1 }, { at: 1m, event: Go, key: 2 } ]
                    expect: [ { at: 0s, end: left }, { at: 1m, end: right } ]
                  - name: noon
                    starts: 2026-06-01T12:00
                    events: [ { at: 0s, event: Go, key: 1 } ]
                    expect: [ { at: 0s, end: right } ]
                  - name: a day begins at midnight
                    starts: 2026-06-02
                    events: [ { at: 0s, event: Go, key: 1 } ]
                    expect: [ { at: 0s, end: right } ]
                """);

        // then
        assertThat(report.problems()).isEmpty();
        assertThat(report.results()).extracting(ScenarioResult::difference).containsOnly(List.of());
    }

    @Test
    void withoutAWordAScenarioStartsOnTheFirstOfMarch() {
        // when
        ScenarioReport report = run(
                """
                scenarios:
                  - name: long before June
                    events: [ { at: 0s, event: Go, key: 1 } ]
                    expect: [ { at: 0s, end: left } ]
                """);

        // then
        assertThat(report.passed()).isTrue();
    }

    @Test
    void aStartThatIsNoTimeIsAProblem() {
        // when
        List<Problem> problems =
                run("""
                        starts: soon
                        scenarios:
                          - { name: never, starts: 2026-02-30, events: [], expect: [] }
                        """)
                        .problems();

        // then
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "tests/way.yaml:1:9: 'soon' is not a date or time; write it like 2026-03-20T20:30 [bad-time]",
                        "tests/way.yaml:3:28: '2026-02-30' is not a date or time; write it like 2026-03-20T20:30"
                                + " [bad-time]");
    }
}
