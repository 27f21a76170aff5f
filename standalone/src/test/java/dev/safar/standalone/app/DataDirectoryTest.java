package dev.safar.standalone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void keepsASecretOverARestart() {
        // given
        String first;
        try (DataDirectory data = DataDirectory.open(folder.resolve("new"))) {
            first = data.secret("write-key");
        }

        // when
        String second;
        String other;
        try (DataDirectory data = DataDirectory.open(folder.resolve("new"))) {
            second = data.secret("write-key");
            other = data.secret("tracking-secret");
        }

        // then
        assertThat(first).hasSize(48).isEqualTo(second).isNotEqualTo(other);
    }

    @Test
    void isOpenOnlyOnce() {
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> DataDirectory.open(folder))
                    .withMessage("another Safar is running on " + folder
                            + "; stop it, or give this one a folder with --data");
            assertThat(data.mailbox()).isEqualTo(folder.resolve("mailbox"));
        }
        DataDirectory.open(folder).close();
    }

    @Test
    void saysWhereItCanNotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .withMessageStartingWith("can't write into " + file.resolve("data") + " (")
                .withMessageEndingWith("); choose another with --data");
    }
}
