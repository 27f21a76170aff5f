package dev.safar.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WireTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T09:00:00Z",
                "2026-03-01T09:00:00.250Z",
                "2026-03-01T09:00:00.250123Z",
                "2026-03-01T09:00:00.000000001Z",
                "2024-02-29T23:59:59.999Z",
                "1969-12-31T23:59:59.001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z"
            })
    void readsAndWritesTheUsualFormAsJavaDoes(String text) {
        assertThat(WireTime.read(text)).contains(Instant.parse(text));
        assertThat(WireTime.write(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"})
    void writesAnyOtherInstantAsJavaDoes(String text) {
        assertThat(WireTime.write(Instant.parse(text))).isEqualTo(text);
        assertThat(WireTime.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T09:00:00.5Z", "2026-03-01T09:00:00.2500Z", "2026-03-01T09:00:00.000Z"})
    void readsAnyNumberOfDigits(String text) {
        assertThat(WireTime.read(text)).contains(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01T09:00:00.Z",
                "2026-03-01T09:00:00.0000000001Z",
                "2026-02-30T09:00:00Z",
                "2026-13-01T09:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:60:00Z",
                "2026-03-01T09:00:60Z",
                "2026-03-01 09:00:00Z",
                "2026-03-01T09:00:00+",
                "2026-03-01T09:00:00,250Z",
                "۲۰۲۶-03-01T09:00:00Z"
            })
    void leavesEveryOtherFormToOthers(String text) {
        assertThat(WireTime.read(text)).isEmpty();
    }

    @Test
    void recordsHoldTimesInThisForm() {
        Tick tick = new Tick(Instant.parse("2026-03-01T09:00:00.250Z"));

        assertThat(new String(ContractJson.write(tick), StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2026-03-01T09:00:00.250Z\"}");
        assertThat(ContractJson.read(ContractJson.write(tick), Tick.class)).isEqualTo(tick);
    }
}
