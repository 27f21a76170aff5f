package dev.safar.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
        assertThat(out.toString()).contains("Usage: safar", "up ", "check ", "test ", "3   it could not start");
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
                        hello.yaml:2:8: warning: 'Signed Up' can happen again while a run is under way and is then ignored; add a 'key', or 'again: ignore' if that is meant [start-without-key]
                        hello.yaml:4:5: there is no step 'wiat'; did you mean 'wait'? [unknown-step-kind]
                        workspace.yaml:3:1: a workspace has no key 'zoen'; did you mean 'zone'? [unknown-key]
                        %s: 2 errors, 1 warning
                        """
                                .formatted(folder));
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

    private int safar(String... arguments) {
        CommandLine safar =
                SafarCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return safar.execute(arguments);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
