package dev.safar.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TestCommandTest {

    private static final String SCENARIOS =
            """
            journey: hello
            customer: { id: ada, email: ada@example.com }
            scenarios:
              - name: سلام
                events: [ { at: 0m, event: Signed Up } ]
                expect: [ { at: 1h, send: email, template: hello } ]
              - name: "<late> & \\u0001"
                events: [ { at: 0m, event: Signed Up } ]
                expect: [ { at: 2h, send: email, template: hello } ]
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aWorkspace() throws IOException {
        write("workspace.yaml", "zone: Asia/Tehran\n");
        write(
                "hello.yaml",
                """
                journey: hello
                start: { on: Signed Up, again: ignore }
                steps:
                  - wait: 1h
                  - { send: email, template: hello }
                """);
        write("templates/hello/email.en.liquid", "---\nsubject: Hello\n---\n<p>Hello</p>\n");
        write("tests/hello.yaml", SCENARIOS);
    }

    @Test
    void writesWhatBuildServersRead() throws IOException {
        // given
        Path file = folder.resolve("build").resolve("junit.xml");

        // when
        int exitCode = safar("test", "--junit", file.toString(), folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(Files.readString(file).replaceAll("time=\"[0-9.]+\"", "time=\"T\""))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites name="safar" tests="2" failures="1" errors="0" skipped="0" time="T">\
                        <testsuite name="tests/hello.yaml" tests="2" failures="1" errors="0" skipped="0" time="T">\
                        <testcase name="سلام" classname="tests.hello" file="tests/hello.yaml" line="4" time="T"></testcase>\
                        <testcase name="&lt;late&gt; &amp; \uFFFD" classname="tests.hello" file="tests/hello.yaml" line="7" time="T">\
                        <failure message="not what was expected, at tests/hello.yaml:7:5" type="difference">
                          expected                         | happened
                        &lt; 2h  send: email, template: hello |
                        &gt;                                  | 1h  send: email, template: hello  (hello)
                        </failure></testcase></testsuite></testsuites>""");
    }

    @Test
    void writesWhatCouldNotBePlayedAsErrors() throws IOException {
        // given
        Path file = folder.resolve("junit.xml");
        write("tests/other.yaml", "jurney: hello\nscenarios: []\n");

        // when
        int exitCode = safar("test", "--junit", file.toString(), folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(Files.readString(file))
                .contains(
                        "<testsuites name=\"safar\" tests=\"3\" failures=\"1\" errors=\"1\"",
                        "<testsuite name=\"tests/other.yaml\" tests=\"1\" failures=\"0\" errors=\"1\"",
                        "tests/other.yaml:1:1: unknown key 'jurney'; did you mean 'journey'? [unknown-key]");
    }

    @Test
    void writesTheErrorsOfAWorkspaceToo() throws IOException {
        // given
        Path file = folder.resolve("junit.xml");
        write("workspace.yaml", "zoen: x\n");

        // when
        int exitCode = safar("test", "--junit", file.toString(), folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(Files.readString(file)).contains("<testsuite name=\"workspace.yaml\"", "[unknown-key]");
        assertThat(err.toString()).endsWith("safar: the workspace has errors\n");
    }

    @Test
    void saysWhereItCannotWrite() {
        // when
        int exitCode =
                safar("test", "--junit", folder.resolve("hello.yaml/x.xml").toString(), folder.toString());

        // then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString()).startsWith("safar: can't write " + folder.resolve("hello.yaml/x.xml"));
    }

    @Test
    void printsResultsForPrograms() throws IOException {
        // when
        int exitCode = safar("test", "--format", "json", folder.toString());

        // then
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(exitCode).isEqualTo(1);
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "workspace", "errors", "warnings", "problems", "passed", "failed", "seconds", "scenarios");
        assertThat(report.at("/passed").asInt()).isEqualTo(1);
        assertThat(report.at("/failed").asInt()).isEqualTo(1);
        JsonNode failure = report.at("/scenarios/1");
        assertThat(failure.fieldNames())
                .toIterable()
                .containsExactly("file", "line", "column", "name", "passed", "seconds", "difference");
        assertThat(failure.at("/difference/1").asText()).isEqualTo("< 2h  send: email, template: hello |");
    }

    @Test
    void printsTheErrorsOfAWorkspaceForPrograms() throws IOException {
        // given
        write("workspace.yaml", "zoen: x\n");

        // when
        int exitCode = safar("test", "--format", "json", folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/problems/0/rule")
                        .asText())
                .isEqualTo("unknown-key");
        assertThat(err.toString()).isEmpty();
    }

    private int safar(String... arguments) {
        return SafarCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
