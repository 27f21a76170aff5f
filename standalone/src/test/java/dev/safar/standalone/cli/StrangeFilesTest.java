package dev.safar.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A folder full of what is no workspace: every file its line, never a stack trace. */
class StrangeFilesTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyFileHasItsOwnProblem() throws IOException {
        // given
        write("bomb.yaml", "a: &a [x, x]\nb: [*a, *a]\n".getBytes(StandardCharsets.UTF_8));
        write("deep.yaml", "[".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        write("large.yaml", new byte[20 << 20]);
        write("latin.yaml", "journey: für\n".getBytes(StandardCharsets.ISO_8859_1));
        write("utf16.yaml", "journey: a\n".getBytes(StandardCharsets.UTF_16));
        write("سلام.yaml", "سلام: ۱\n".getBytes(StandardCharsets.UTF_8));
        write("templates/t/email.en.liquid", "{% include 't' %}".getBytes(StandardCharsets.UTF_8));
        write("workspace.yaml", "locale:\ten\n\t- a\n".getBytes(StandardCharsets.UTF_8));

        // when
        int exitCode = SafarCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("check", folder.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        List<String> lines = out.toString().lines().toList();
        for (String place : List.of(
                "workspace.yaml:1:8: this is not YAML",
                "bomb.yaml:1:4: anchors and aliases are not read here",
                "deep.yaml:1:51: nested more than 50 deep",
                "large.yaml:1:1: the file is larger than 1 MB",
                "latin.yaml:1:11: this is no UTF-8 text",
                "utf16.yaml:1:1: this is no UTF-8 text",
                "سلام.yaml:1:1: a journey has no key 'سلام'",
                "templates/t/email.en.liquid:")) {
            assertThat(lines).anyMatch(line -> line.startsWith(place));
        }
        assertThat(lines).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
