package dev.safar.standalone.demo;

import dev.safar.standalone.app.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isEmptiedIfADemoHasLeftItThere() throws IOException {
        // given
        DemoFolder.prepare(folder);
        Files.createDirectories(folder.resolve("mailbox/email"));
        Files.writeString(folder.resolve("mailbox/email/1.eml"), "Hello");

        // when
        DemoFolder.prepare(folder);

        // then
        assertThat(content()).containsExactly("emptied-by-safar-demo");
    }

    @Test
    void isNotTouchedIfItHoldsSomethingElse() throws IOException {
        // given
        Files.writeString(folder.resolve("thesis.txt"), "Chapter 1");

        // then
        assertThatThrownBy(() -> DemoFolder.prepare(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessage(folder + " holds something else; give the demo a folder of its own with --data");
        assertThat(content()).containsExactly("thesis.txt");
    }

    @Test
    void isNotTouchedWhileADemoRunsOnIt() throws IOException {
        // given
        DemoFolder.prepare(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {

            // then
            assertThatThrownBy(() -> DemoFolder.prepare(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("another demo is running on " + folder + "; give this one a folder with --data");
            assertThat(lock.isValid()).isTrue();
        }
    }

    private List<String> content() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
