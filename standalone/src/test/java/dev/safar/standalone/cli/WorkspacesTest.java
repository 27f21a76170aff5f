package dev.safar.standalone.cli;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.Problem;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.WorkspaceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkspacesTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatBelongsToAWorkspaceAndNothingElse() throws IOException {
        // given
        write("workspace.yaml", "zone: Asia/Tehran");
        write("templates/hello/email.fa.liquid", "سلام");
        write("README.md", "about");
        write(".git/config.yaml", "hidden");

        // when
        WorkspaceFiles files = Workspaces.read(folder);

        // then
        assertThat(files)
                .isEqualTo(new WorkspaceFiles(
                        Map.of("workspace.yaml", "zone: Asia/Tehran", "templates/hello/email.fa.liquid", "سلام")));
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        assertRefused(folder.resolve("journies"), "there is no folder " + folder.resolve("journies"));
    }

    @Test
    void saysWhatAWorkspaceIsWhereThereIsNone() {
        assertRefused(
                folder,
                folder + " holds no journeys: a workspace is a folder with workspace.yaml, a YAML file for each journey"
                        + " and templates/");
    }

    @Test
    void readsAFileThatIsNotUtf8AsFarAsItGoes() throws IOException {
        // given
        Files.write(folder.resolve("workspace.yaml"), "shop: { name: Zürich }".getBytes(StandardCharsets.ISO_8859_1));

        // when
        WorkspaceFiles files = Workspaces.read(folder);

        // then
        assertThat(files).isEqualTo(new WorkspaceFiles(Map.of("workspace.yaml", "shop: { name: Z\uFFFDrich }")));
    }

    @Test
    void readsNoMoreOfAFileThanIsNeededToRefuseIt() throws IOException {
        // given
        write("workspace.yaml", "# " + "long ".repeat(2 << 20));

        // when
        Compilation compilation = WorkspaceCompiler.compile(Workspaces.read(folder));

        // then
        assertThat(compilation.problems())
                .containsExactly(new Problem(
                        new Location("workspace.yaml", 1, 1),
                        Problem.Severity.ERROR,
                        "yaml-syntax",
                        "the file is larger than 1 MB; split it"));
    }

    private static void assertRefused(Path directory, String message) {
        assertThatExceptionOfType(Workspaces.NotAWorkspace.class)
                .isThrownBy(() -> Workspaces.read(directory))
                .withMessage(message);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
