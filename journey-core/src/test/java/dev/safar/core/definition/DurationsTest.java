package dev.safar.core.definition;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "15m, PT15M",
        "1h, PT1H",
        "3d, PT72H",
        "2w, PT336H",
        "PT1H30M, PT1H30M",
        "1d12h, PT36H",
        "1d 12h, PT36H",
        "1w2d3h4m5s, PT219H4M5S",
        "P7D, PT168H"
    })
    void readsWhatAuthorsWrite(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(Optional.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "h",
                "1",
                "1 h",
                "1.5h",
                "-1h",
                "0s",
                "1H",
                "1y",
                "P1M",
                "PT",
                "P99999999999999999999D",
                "999999999w",
                "12h1d",
                "1h1h",
                "1d ",
                " 1d",
                "1d12",
                "3661d",
                "PT-1H"
            })
    void refusesAnythingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24         | has no unit; write it like 24h",
                "-6h        | is less than nothing; write it without the minus",
                "PT-6H      | is less than nothing; write it without the minus",
                "0h         | is no time at all; write how long, or leave it out",
                "4000d      | is longer than ten years; write less",
                "45 days    | is not how a length of time is written; did you mean '45d'?",
                "1 h        | is not how a length of time is written; did you mean '1h'?",
                "۱h         | has digits of another script; write it with 0 to 9, like 1h",
                "٢ days     | has digits of another script; write it with 0 to 9, like 1h",
                "۱۲         | has digits of another script; write it with 0 to 9, like 1h",
                "۱d۱۲h      | has digits of another script; write it with 0 to 9, like 1d12h",
                "12H        | is not how a length of time is written; did you mean '12h'?",
                "12h1d      | goes from short to long, or names a unit twice; write it like 1d12h",
                "soon       | is not a length of time; write it like 30s, 15m, 1h, 3d, 2w or 1d12h"
            })
    void namesTheMistake(String text, String fault) {
        assertThat(Durations.read(text).fault()).isEqualTo("'" + text + "' " + fault);
    }

    @Test
    void nothingIsALengthWhereAScenarioBegins() {
        assertThat(Durations.readAny("0m").length()).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30s", "15m", "1d12h", "1d 12h", "2w", "PT1H", "p1d"})
    void hasTheShapeThatEditorsKnow(String text) {
        assertThat(text).matches(Durations.SHAPE);
        assertThat(Durations.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "soon", "12h1d", "45 days", "-6h"})
    void lacksThatShapeWhereItIsNone(String text) {
        assertThat(text).doesNotMatch(Durations.SHAPE);
    }
}
