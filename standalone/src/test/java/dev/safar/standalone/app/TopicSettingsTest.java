package dev.safar.standalone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicSettingsTest {

    @TempDir
    Path folder;

    @Test
    void areTheEnginesWhereNothingElseIsSaid() {
        assertThat(TopicSettings.read(Map.of(), folder.resolve("none"))).isEqualTo(new TopicSettings(4, (short) 1));
    }

    @Test
    void areReadFromTheFileBesideTheProcess() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("application.properties"), "safar.partitions=7\n");

        // when
        TopicSettings settings = TopicSettings.read(Map.of("safar.replication", "3"), file);

        // then
        assertThat(settings).isEqualTo(new TopicSettings(7, (short) 3));
    }

    @Test
    void areRefusedWhereTheyAreNoNumbers() {
        Map<String, String> settings = Map.of("safar.partitions", "many");

        assertThatThrownBy(() -> TopicSettings.read(settings))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("many");
    }
}
