package dev.safar.standalone.backtest.sort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExternalSortTest {

    @TempDir
    Path folder;

    /** In memory; in one pass over the files; in several. */
    @ParameterizedTest
    @CsvSource({"1000000, 8", "4000, 100", "400, 2", "0, 3"})
    void sortsWhateverFits(long bufferBytes, int fanIn) throws IOException {
        // given
        Random random = new Random(1);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        var sort = new ExternalSort(folder, "test", bufferBytes, fanIn);

        // when
        sort.add(entries);

        // then
        List<byte[]> expected = new ArrayList<>(entries);
        expected.sort(Arrays::compareUnsigned);
        assertThat(read(sort.sorted()))
                .usingElementComparator(Arrays::compareUnsigned)
                .isEqualTo(expected);
        assertThat(files()).isEmpty();
    }

    @Test
    void opensNoMoreFilesThanItMay() throws IOException {
        // given
        var sort = new ExternalSort(folder, "test", 0, 2);
        for (String entry : List.of("e", "b", "d", "a", "c")) {
            sort.add(entry.getBytes(StandardCharsets.UTF_8));
        }

        // when
        Entries sorted = sort.sorted();

        // then
        assertThat(files()).hasSize(2);
        assertThat(read(sorted)).extracting(String::new).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void hasNothingToSay() throws IOException {
        assertThat(read(new ExternalSort(folder, "test", 100, 2).sorted())).isEmpty();
    }

    @Test
    void mergesSortedParts() throws IOException {
        // given
        var one = new ExternalSort(folder, "one", 100, 2);
        var other = new ExternalSort(folder, "other", 0, 2);
        one.add(List.of(new byte[] {1}, new byte[] {(byte) 0x80}));
        other.add(List.of(new byte[] {0x7f}, new byte[] {1, 0}));

        // when
        List<byte[]> merged = read(Merge.of(List.of(one.sorted(), other.sorted())));

        // then
        assertThat(merged)
                .containsExactly(new byte[] {1}, new byte[] {1, 0}, new byte[] {0x7f}, new byte[] {(byte) 0x80});
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static List<byte[]> read(Entries entries) throws IOException {
        List<byte[]> read = new ArrayList<>();
        try (entries) {
            while (entries.advance()) {
                read.add(entries.entry());
            }
        }
        return read;
    }
}
