package dev.safar.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsWhatItCanDoWhenAskedForNothing() {
        int exitCode = safar();

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("Usage: safar", "up ", "check ", "test ", "3   it could not start, or failed");
    }

    @Test
    void tellsItsVersion() {
        int exitCode = safar("--version");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).matches("safar \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
    }

    @Test
    void answersAnUnknownOptionInTwoLines() {
        int exitCode = safar("check", "--prot");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        """
                        safar: Unknown option: '--prot'
                        Try 'safar check --help'.
                        """);
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        int exitCode = safar("chek");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: check");
    }

    @Test
    void saysThatThereIsNoSuchWorkspace() {
        int exitCode = safar("check", folder.resolve("none").toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("safar: there is no folder " + folder.resolve("none") + "\n");
    }

    @Test
    void isNotContentWithAWorkspaceWithoutScenarios() throws IOException {
        // given
        write("workspace.yaml", "zone: Asia/Tehran\nlocale: en\n");

        // when
        int exitCode = safar("test", folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString()).isEqualToNormalizingNewlines("there are no scenarios; write some in tests/*.yaml\n");
    }

    @Test
    void printsEveryProblemOfAWorkspace() throws IOException {
        // given
        write("workspace.yaml", "zone: Asia/Tehran\nlocale: en\nzoen: x\n");
        write("hello.yaml", "journey: hello\nstart: { on: Signed Up }\nsteps:\n  - wiat: 1h\n");

        // when
        int exitCode = safar("check", folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        """
                        workspace.yaml:3:1: a workspace has no key 'zoen'; did you mean 'zone'? [unknown-key]
                        hello.yaml:2:8: warning: 'Signed Up' can happen again while a run is under way and is then ignored; add a 'key', or 'again: ignore' if that is meant [start-without-key]
                        hello.yaml:4:5: there is no step 'wiat'; did you mean 'wait'? [unknown-step-kind]
                        %s: 2 errors, 1 warning
                        """
                                .formatted(folder));
    }

    @Test
    void printsProblemsForPrograms() throws IOException {
        // given
        write("workspace.yaml", "zone: Asia/Tehran\nzoen: x\n");
        write(
                "hello.yaml",
                "journey: hello\nstart: { on: Signed Up, again: ignore }\nsteps:\n  - wait: { until: start + 24 }\n");

        // when
        int exitCode = safar("check", "--format", "json", folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        """
                        {
                          "workspace" : "%s",
                          "errors" : 2,
                          "warnings" : 0,
                          "problems" : [ {
                            "file" : "workspace.yaml",
                            "line" : 2,
                            "column" : 1,
                            "endColumn" : 5,
                            "severity" : "error",
                            "rule" : "unknown-key",
                            "message" : "a workspace has no key 'zoen'",
                            "hint" : "did you mean 'zone'?"
                          }, {
                            "file" : "hello.yaml",
                            "line" : 4,
                            "column" : 28,
                            "endColumn" : 30,
                            "severity" : "error",
                            "rule" : "bad-duration",
                            "message" : "'24' has no unit",
                            "hint" : "write it like 24h"
                          } ]
                        }
                        """
                                .formatted(folder));
    }

    @Test
    void printsTheSizeOfAWorkspaceWithoutProblems() throws IOException {
        // given
        write("workspace.yaml", "zone: Asia/Tehran\n");

        // when
        int exitCode = safar("check", "--format=json", folder.toString());

        // then
        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        """
                        {
                          "workspace" : "%s",
                          "errors" : 0,
                          "warnings" : 0,
                          "problems" : [ ],
                          "journeys" : 0,
                          "templates" : 0
                        }
                        """
                                .formatted(folder));
    }

    @Test
    void aFileThatIsNotUtf8HidesNoOther() throws IOException {
        // given
        write("workspace.yaml", "zoen: x\n");
        Files.write(folder.resolve("hello.yaml"), "journey: hello # für\n".getBytes(StandardCharsets.ISO_8859_1));

        // when
        int exitCode = safar("check", folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        """
                        workspace.yaml:1:1: a workspace has no key 'zoen'; did you mean 'zone'? [unknown-key]
                        hello.yaml:1:19: this is no UTF-8 text; save the file as UTF-8 [bad-encoding]
                        %s: 2 errors, no warnings
                        """
                                .formatted(folder));
    }

    @Test
    void knowsNoOtherFormats() {
        // when
        int exitCode = safar("check", "--format", "xml");

        // then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        """
                        safar: Invalid value for option '--format': 'xml' is not one of text, json
                        Try 'safar check --help'.
                        """);
    }

    @Test
    void startsNothingOnAWorkspaceWithErrors() throws IOException {
        // given
        write("workspace.yaml", "zoen: x\n");
        Path data = folder.resolve("data");

        // when
        int exitCode = safar("up", "--data", data.toString(), folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("workspace.yaml:1:1: ").endsWith("safar: the workspace has errors\n");
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo | --customers | -1 | a number: 0 or more",
                "demo | --port | 99999 | a port: 0 to 65535",
                "up | --port | 99999 | a port: 0 to 65535",
                "up | --kafka-port | x | a port: 0 to 65535",
                "up | --keep-messages | -1 | a number: 0 or more",
                "up | --clock | tomorrow | a moment like 2026-03-01T09:00:00Z"
            })
    void answersANumberThatCannotBeInTwoLines(String command, String option, String value, String expected) {
        int exitCode = safar(command, option, value);

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        """
                        safar: Invalid value for option '%s': '%s' is not %s
                        Try 'safar %s --help'.
                        """
                                .formatted(option, value, expected, command));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void answersAnUnexpectedFailureInOneLineAndKeepsTheRestInTheLog() throws IOException {
        // given
        Path log = folder.resolve("safar.log");
        CommandLine safar = SafarCommand.commandLine().addSubcommand("fail", new Failing(log));

        // when
        int exitCode = run(safar, "fail");

        // then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "safar: an unexpected failure, IllegalStateException: it broke; more is in " + log + "\n");
        assertThat(log)
                .content()
                .contains(
                        "java.lang.IllegalStateException: it broke",
                        "\tat " + getClass().getName());
    }

    @Test
    void answersAnUnexpectedFailureInOneLineWhereNoLogCanBeWritten() {
        // given
        Path log = folder.resolve("none").resolve("safar.log");

        // when
        int exitCode = run(SafarCommand.commandLine().addSubcommand("fail", new Failing(log)), "fail");

        // then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("safar: an unexpected failure, IllegalStateException: it broke\n");
    }

    @Command(name = "fail")
    private record Failing(Path logFile) implements Runnable, LogKeeper {
        @Override
        public void run() {
            throw new IllegalStateException("it broke\nin many lines");
        }
    }

    private int safar(String... arguments) {
        return run(SafarCommand.commandLine(), arguments);
    }

    private int run(CommandLine safar, String... arguments) {
        return safar.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
