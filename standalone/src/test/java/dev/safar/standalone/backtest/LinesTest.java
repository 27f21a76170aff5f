package dev.safar.standalone.backtest;

import dev.safar.ingest.accept.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTest {

    @Test
    void tellsLinesByTheirNumbersAndPassesOverBlankOnes() throws IOException {
        assertThat(lines("\uFEFFone\r\n\n  \t\ntwo\n سه ")).containsExactly("1 one", "4 two", "5  سه ");
    }

    @Test
    void findsNothingInNothing() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n\n")).isEmpty();
    }

    @Test
    void keepsLinesWholeAcrossBlocks() throws IOException {
        // given
        String text = "x".repeat(30_000) + "\n";

        // when
        List<String> lines = lines(text.repeat(40) + "end");

        // then
        assertThat(lines).hasSize(41).endsWith("41 end");
        assertThat(lines.get(39)).isEqualTo("40 " + "x".repeat(30_000));
    }

    @Test
    void goesOnBehindManyBlankLines() throws IOException {
        assertThat(lines("\n".repeat(700_000) + "end")).containsExactly("700001 end");
    }

    @Test
    void readsOnBehindALineThatIsTooLong() throws IOException {
        // given
        String text = "x".repeat(3_000_000) + "\nnext\n" + "y".repeat(Limits.EVENT_BYTES) + "\n";

        // when
        List<Lines.Line> lines = read(text);

        // then
        assertThat(lines).extracting(Lines.Line::tooLong).containsExactly(true, false, false);
        assertThat(lines.get(0).text().length).isLessThan(2 * Limits.EVENT_BYTES);
        assertThat(lines.get(1).text()).isEqualTo("next".getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(String text) throws IOException {
        return read(text).stream()
                .map(line -> line.number() + " " + new String(line.text(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Lines.Line> read(String text) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<Lines.Line> all = new ArrayList<>();
        for (List<Lines.Line> chunk = lines.chunk(); !chunk.isEmpty(); chunk = lines.chunk()) {
            all.addAll(chunk);
        }
        return all;
    }
}
