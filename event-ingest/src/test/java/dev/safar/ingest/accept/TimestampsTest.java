package dev.safar.ingest.accept;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything is received at 08:00:00. */
class TimestampsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; 2026-11-22T08:00:00Z",
                "\"timestamp\":\"2026-11-22T07:00:00Z\"; 2026-11-22T07:00:00Z",
                "\"timestamp\":\"2026-11-22T10:30:00+03:30\"; 2026-11-22T07:00:00Z",
                "\"timestamp\":\"2026-11-22T10:30:00.5+0330\"; 2026-11-22T07:00:00.500Z",
                "\"timestamp\":\"2015-2-02T00:30:08.276Z\"; 2015-02-02T00:30:08.276Z",
                "\"timestamp\":\"2026-11-22T09:00:00Z\"; 2026-11-22T08:00:00Z",
                "\"timestamp\":\"2020-01-01T00:00:00Z\",\"sentAt\":\"2020-01-01T00:00:30Z\"; 2026-11-22T07:59:30Z",
                "\"timestamp\":\"2030-01-01T00:00:00Z\",\"sentAt\":\"2030-01-01T00:00:30Z\"; 2026-11-22T07:59:30Z",
                "\"timestamp\":\"2026-11-22T07:00:30Z\",\"sentAt\":\"2026-11-22T07:00:00Z\"; 2026-11-22T08:00:00Z",
                "\"originalTimestamp\":\"2026-11-22T07:00:00Z\",\"sentAt\":\"2026-11-22T07:00:01Z\"; 2026-11-22T07:59:59Z",
                "\"originalTimestamp\":\"2026-11-22T07:00:00Z\",\"sentAt\":\"2026-11-22T07:00:01Z\",\"timestamp\":\"2026-03-01T10:00:00Z\"; 2026-03-01T10:00:00Z"
            })
    void correctsForTheSendersClock(String times, String corrected) {
        String separator = times.isEmpty() ? "" : ",";

        assertThat(Calls.event("track", "{\"userId\":\"ada\",\"event\":\"E\"" + separator + times + "}")
                        .timestamp())
                .isEqualTo(Instant.parse(corrected));
    }
}
