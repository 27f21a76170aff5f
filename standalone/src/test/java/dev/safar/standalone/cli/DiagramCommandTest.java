package dev.safar.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramCommandTest {

    private static final String JOURNEY = "start: { on: Signed Up, again: ignore }\nsteps: [ { wait: 1h } ]\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aWorkspaceOfTwoJourneys() throws IOException {
        write("workspace.yaml", "zone: Asia/Tehran\n");
        write("hello.yaml", "journey: hello\n" + JOURNEY);
        write("bye.yaml", "journey: bye\n" + JOURNEY);
    }

    @Test
    void printsOneJourney() {
        int exitCode = safar("diagram", folder.resolve("hello.yaml").toString());

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .startsWith("<svg ")
                .contains("<title>hello</title>")
                .endsWith("</svg>\n");
    }

    @Test
    void writesAFileForEachJourney() {
        // given
        Path drawings = folder.resolve("drawings");

        // when
        int exitCode = safar("diagram", "--format", "mermaid", "--out", drawings.toString(), folder.toString());

        // then
        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        drawings.resolve("bye.mmd") + "\n" + drawings.resolve("hello.mmd") + "\n");
        assertThat(drawings.resolve("bye.mmd")).content().startsWith("flowchart TD\n  accTitle: bye\n");
    }

    @Test
    void doesNotPrintSeveralImagesAsIfTheyWereOne() {
        int exitCode = safar("diagram", folder.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        """
                        safar: there are 2 journeys; name one, or say --out DIR
                        Try 'safar diagram --help'.
                        """);
    }

    @Test
    void saysThatThereIsNoSuchJourney() {
        int exitCode = safar("diagram", folder.resolve("helo.yaml").toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("safar: there is no file " + folder.resolve("helo.yaml") + "\n");
    }

    @Test
    void saysSoBeforeItLooksAtWhatElseIsInThatFolder() throws IOException {
        // given
        write("docker-compose.yml", "services: {}\n");

        // then
        assertThat(safar("diagram", folder.resolve("helo.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("safar: there is no file ");
    }

    @Test
    void drawsNothingThatHasErrors() throws IOException {
        // given
        write("hello.yaml", "journey: hello\nstrat: {}\n" + JOURNEY);

        // when
        int exitCode = safar("diagram", folder.resolve("bye.yaml").toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).startsWith("hello.yaml:2:1: a journey has no key 'strat'");
    }

    private int safar(String... arguments) {
        return SafarCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
