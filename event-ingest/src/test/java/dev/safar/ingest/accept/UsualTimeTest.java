package dev.safar.ingest.accept;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsualTimeTest {

    @Property
    void readsWhatTheFormatterReads(@ForAll("instants") Instant instant) {
        assertThat(UsualTime.parse(instant.toString()))
                .contains(instant)
                .isEqualTo(Timestamps.parseIso(instant.toString()));
    }

    @Property
    void isNeverOfAnotherOpinionThanTheFormatter(@ForAll("almost") String text) {
        Optional<Instant> usual = UsualTime.parse(text);

        assertThat(usual.isEmpty() || usual.equals(Timestamps.parseIso(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01",
                "2026-03-01T10:00:00",
                "2026-03-01T10:00:00.Z",
                "2026-03-01T10:00:00.1234567890Z",
                "2026-03-01T10:00:00+00:00",
                "2026-3-1T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01t10:00:00Z",
                "2026-03-01T10:00:00,5Z",
                "۲۰۲۶-03-01T10:00:00Z",
                "2026-02-30T10:00:00Z"
            })
    void leavesEveryOtherFormToTheFormatter(String text) {
        assertThat(UsualTime.parse(text)).isEmpty();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_102_444_800L).flatMap(second -> Arbitraries.integers()
                .between(0, 999_999_999)
                .map(nano -> Instant.ofEpochSecond(second, nano)));
    }

    /** A time with one character replaced. */
    @Provide
    Arbitrary<String> almost() {
        String time = "2026-03-01T10:00:00.123Z";
        return Arbitraries.integers().between(0, time.length() - 1).flatMap(at -> Arbitraries.of(
                        '0', '1', '2', '6', '9', '.', ',', '-', ':', 'T', 't', 'Z', 'z', '+', ' ')
                .map(other -> time.substring(0, at) + other + time.substring(at + 1)));
    }
}
