package dev.safar.standalone.cli;

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
    void namesTheFileThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("workspace.yaml");
        Files.write(file, "zone: Zürich".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(folder, "can't read " + folder + ": " + file + " is not UTF-8");
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
