package dev.safar.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionRecordTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.250Z");

    /** Knows nothing of how we write. */
    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static List<DecisionRecord> records() {
        Map<String, Object> details = new TreeMap<>(Map.of(
                "due",
                AT,
                "percent",
                5,
                "value",
                12.5,
                "channels",
                List.of("email", "sms"),
                "run",
                Map.of("note", "سلام \"x\" \u2028 😀", "empty", "")));
        return List.of(
                new DecisionRecord(AT, "ada", "cart", "v1", "r1", "send", "s1", "email", "t", "m", "why", details),
                new DecisionRecord(AT, "ada", null, null, null, "ignored", null, null, null, null, null, Map.of()),
                new DecisionRecord(AT, "", "", "", "", "", "", "", "", "", "", null),
                new DecisionRecord(null, null, null, null, null, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("records")
    void isWrittenAsJacksonWritesAnyRecord(DecisionRecord record) throws Exception {
        byte[] written = ContractJson.write(record);

        assertThat(text(written)).isEqualTo(text(JACKSON.writeValueAsBytes(record)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
