package dev.safar.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BacktestCommandTest {

    private static final String WELCOME =
            """
            journey: welcome
            owner: growth@shop.example
            start: { on: Signed Up }
            stop: [ { on: Order Completed } ]
            goal: { on: Order Completed, within: 30d, value: event.total }
            steps:
              - { send: email, template: hello }
              - wait: %s
              - { send: email, template: bye }
            """;

    private static final String CALLS =
            """
            {"type":"identify","userId":"آوا","messageId":"1","timestamp":"2026-03-01T09:00:00Z","traits":{"email":"ava@example.com"}}
            {"type":"track","userId":"آوا","messageId":"2","timestamp":"2026-03-01T10:00:00Z","event":"Signed Up"}
            {"type":"track","userId":"bob","messageId":"3","timestamp":"2026-03-01T10:00:00Z","event":"Signed Up"}
            {"type":"track","userId":"bob","messageId":"3","timestamp":"2026-03-01T10:00:00Z","event":"Signed Up"}
            {"type":"track","userId":"bob","messageId":"4","timestamp":"2026-03-01T10:30:00Z","event":"Order Completed","properties":{"total":49.90}}
            {"type":"track","userId":"آوا","messageId":"5","timestamp":"2026-03-02T12:00:00Z","event":"Product Viewed"}
            {"type":"track","userId":"bob","messageId":"6","event":"Signed Up"}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path events;
    private Path journeys;

    @BeforeEach
    void write() throws IOException {
        events = Files.writeString(folder.resolve("events.ndjson"), CALLS);
        journeys = workspace("journeys", "1d");
    }

    @Test
    void printsWhatHappenedInEachJourneyAtEachStep() {
        // when
        int exitCode = safar();

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "6 events, from 2026-03-01T09:00:00Z to 2026-03-02T12:00:00Z; journeys notice 5 of them, of 2"
                                + " customers",
                        "did not count: duplicate 1",
                        "1 line could not be used:",
                        "  line 7: 'timestamp' is required, or receivedAt: nobody knows when it happened",
                        "",
                        "welcome: 2 entered, 0 waiting, 2 finished; 1 goal reached, worth 49.9",
                        "  step              entered  sent  held back     moved  finished",
                        "  send-email-hello        2     1  no-address 1",
                        "  wait-1d                 2                             stopped: Order Completed 1",
                        "  send-email-bye          1     1                       completed 1");
    }

    @Test
    void saysTheSameToMachines() throws IOException {
        // when
        int exitCode = safar("--format", "json");

        // then
        assertThat(exitCode).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.at("/intake/events").asLong()).isEqualTo(6);
        assertThat(report.at("/intake/bad_lines/0/line").asLong()).isEqualTo(7);
        assertThat(report.at("/end").asText()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(report.at("/totals/journeys/welcome/entered").asLong()).isEqualTo(2);
        assertThat(report.at("/totals/journeys/welcome/steps/send-email-hello").toString())
                .isEqualTo(
                        "{\"entered\":2,\"sent\":{\"email\":1},\"moved\":{},\"finished\":{},\"held_back\":{\"no-address\":1}}");
        assertThat(report.at("/totals/journeys/welcome/worth").asDouble()).isEqualTo(49.9);
        assertThat(report.has("comparison")).isFalse();
    }

    @Test
    void comparesWithAnotherWorkspace() throws IOException {
        // given
        Path other = workspace("other", "2h");
        Path differences = folder.resolve("differences.ndjson");

        // when
        int exitCode = safar("--against", other.toString(), "--differences", differences.toString());

        // then
        assertThat(exitCode).isZero();
        assertThat(out.toString().lines().dropWhile(line -> !line.startsWith("compared")))
                .containsExactly(
                        "compared with " + other + ": 1 customer would get something different",
                        "  journey  step            added  removed  moved  changed",
                        "  welcome  send-email-bye                      1",
                        "  آوا",
                        "    moved welcome send-email-bye: 2026-03-01T12:00:00Z email bye → 2026-03-02T10:00:00Z email"
                                + " bye");
        assertThat(Files.readAllLines(differences)).hasSize(1);
    }

    @Test
    void seesThatTheSameMessageSaysSomethingElse() throws IOException {
        // given
        Path other = workspace("other", "1d");
        Files.writeString(
                other.resolve("templates/bye/email.en.liquid"),
                "---\nsubject: Bye\n---\nBye, {{ customer.first_name }}\n");

        // when
        safar("--against", other.toString(), "--show", "0");

        // then
        assertThat(out.toString().lines().dropWhile(line -> !line.startsWith("compared")))
                .containsExactly(
                        "compared with " + other + ": 1 customer would get something different",
                        "  journey  step            added  removed  moved  changed",
                        "  welcome  send-email-bye                               1",
                        "  …");
    }

    @Test
    void writesTheDecisions() throws IOException {
        // given
        Path decisions = folder.resolve("decisions.ndjson");

        // when
        safar("--out", decisions.toString(), "--until", "2026-06-01T00:00:00Z");

        // then
        assertThat(Files.readAllLines(decisions))
                .hasSize(13)
                .isSortedAccordingTo(
                        Comparator.comparing(line -> line.substring(0, "{'at':'2026-03-01T10:00:00Z'".length())));
        assertThat(out.toString()).contains("to 2026-06-01T00:00:00Z");
    }

    @Test
    void saysWhichFileIsNotThere() {
        // given
        events = folder.resolve("none");

        // when
        int exitCode = safar();

        // then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString()).isEqualToNormalizingNewlines("safar: there is no file " + events + "\n");
    }

    @Test
    void saysAtOnceThatADecisionCannotBeWritten() {
        // given
        Path decisions = folder.resolve("none").resolve("decisions");

        // when
        int exitCode = safar("--out", decisions.toString());

        // then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString()).contains("there is no file " + decisions);
    }

    @Test
    void refusesAWorkspaceWithErrors() throws IOException {
        // given
        Files.writeString(journeys.resolve("welcome.yaml"), "journey: welcome\n");

        // when
        int exitCode = safar();

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("welcome.yaml:1:1");
    }

    private Path workspace(String name, String wait) throws IOException {
        Path workspace = folder.resolve(name);
        Path templates = workspace.resolve("templates");
        Files.createDirectories(templates.resolve("hello"));
        Files.createDirectories(templates.resolve("bye"));
        Files.writeString(
                workspace.resolve("workspace.yaml"), "zone: Asia/Tehran\nlocale: en\nconsent: { email: opt-out }\n");
        Files.writeString(workspace.resolve("welcome.yaml"), WELCOME.formatted(wait));
        Files.writeString(templates.resolve("hello/email.en.liquid"), "---\nsubject: Hello\n---\nHello\n");
        Files.writeString(templates.resolve("bye/email.en.liquid"), "---\nsubject: Bye\n---\nBye\n");
        return workspace;
    }

    private int safar(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("backtest", "--journeys", journeys.toString(), "--events", events.toString()));
        arguments.addAll(List.of(options));
        return SafarCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
