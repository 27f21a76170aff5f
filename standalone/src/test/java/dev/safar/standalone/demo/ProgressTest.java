package dev.safar.standalone.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant HALF = Instant.parse("2025-01-06T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-01-11T00:00:00Z");

    private final StringWriter written = new StringWriter();

    @Test
    void staysOnOneLineOfATerminal() {
        // given
        Progress progress = new Progress(new PrintWriter(written), Progress.Style.TERMINAL, FIRST, LAST);

        // when
        progress.show(HALF, 1200, 34);
        progress.done(2400, 68);

        // then
        assertThat(written)
                .hasToString("\r2025-01-06  [###############...............]  50 %   1,200 events     34 messages"
                        + "\r2025-01-11  [##############################] 100 %   2,400 events     68 messages"
                        + System.lineSeparator());
    }

    @Test
    void isNotShownAgainBeforeAFewSecondsHavePassed() {
        // given
        Progress progress = new Progress(new PrintWriter(written), Progress.Style.FILE, FIRST, LAST);

        // when
        progress.show(FIRST, 1, 0);
        progress.show(HALF, 1200, 34);

        // then
        assertThat(written)
                .hasToString("2025-01-01  [..............................]   0 %       1 events      0 messages"
                        + System.lineSeparator());
    }
}
