package dev.safar.core.definition;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "15m, PT15M", "1h, PT1H", "3d, PT72H", "2w, PT336H", "PT1H30M, PT1H30M", "P7D, PT168H"})
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
                "3661d",
                "PT-1H"
            })
    void refusesAnythingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
