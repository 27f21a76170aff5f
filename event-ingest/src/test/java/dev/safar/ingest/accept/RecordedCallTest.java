package dev.safar.ingest.accept;

import dev.safar.contracts.CustomerEvent;
import dev.safar.ingest.accept.EventProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedCallTest {

    private static final String HAPPENED = "2026-03-01T10:00:00Z";

    @Test
    void readsACallAsTheHttpApiDoes() {
        // given
        String call =
                """
            {"type":"track","messageId":"m1","userId":"ada","anonymousId":"a1","event":"Order Completed",
             "timestamp":"2026-11-22T08:00:00Z","properties":{"total":12.5,"items":[1,null]},"context":{"ip":"::1","locale":"fa"}}""";

        // when
        RecordedCall recorded = read(call);

        // then
        CustomerEvent accepted = Calls.event("track", call);
        assertThat(recorded.problems()).isEmpty();
        assertThat(recorded.event()).contains(withSource(accepted, "file"));
        assertThat(accepted.properties()).isEqualTo(Map.of("total", 12.5, "items", List.of(1L)));
    }

    /** What is not written became known when it happened; a call that waited on a phone, when it was sent. */
    @ParameterizedTest
    @CsvSource({
        "'', 2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "'\"sentAt\":\"2026-03-01T18:00:00Z\",', 2026-03-01T10:00:00Z, 2026-03-01T18:00:00Z",
        "'\"receivedAt\":\"2026-03-01T12:00:00Z\",', 2026-03-01T10:00:00Z, 2026-03-01T12:00:00Z",
        "'\"receivedAt\":\"2026-03-01T09:00:00Z\",', 2026-03-01T09:00:00Z, 2026-03-01T09:00:00Z",
        "'\"receivedAt\":\"2026-03-01T12:00:00Z\",\"sentAt\":\"2026-03-01T18:00:00Z\",', 2026-03-01T10:00:00Z, 2026-03-01T12:00:00Z",
    })
    void knowsWhenACallHappenedAndWhenItBecameKnown(String fields, Instant timestamp, Instant receivedAt) {
        // when
        RecordedCall recorded =
                read("{" + fields + "\"type\":\"page\",\"userId\":\"ada\",\"timestamp\":\"" + HAPPENED + "\"}");

        // then
        assertThat(recorded.event().map(CustomerEvent::timestamp)).contains(timestamp);
        assertThat(recorded.event().map(CustomerEvent::receivedAt)).contains(receivedAt);
    }

    @Test
    void correctsATimeThatNobodyHasCorrectedYet() {
        // given
        String call = "{\"type\":\"page\",\"userId\":\"ada\",\"originalTimestamp\":\"" + HAPPENED
                + "\",\"sentAt\":\"2026-03-01T11:00:00Z\",\"receivedAt\":\"2026-03-01T13:00:00Z\"}";

        // when
        RecordedCall recorded = read(call);

        // then
        assertThat(recorded.event().map(CustomerEvent::timestamp)).contains(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"customerId\":\"ada\"', ada",
        "'\"customerId\":\"x\",\"userId\":\"ada\"', ada",
        "'\"customerId\":\"x\",\"anonymousId\":\"a1\"', a1"
    })
    void knowsTheCustomerOfARecordOfTheLog(String fields, String customer) {
        // when
        RecordedCall recorded = read("{" + fields + ",\"type\":\"page\",\"timestamp\":\"" + HAPPENED + "\"}");

        // then
        assertThat(recorded.event().map(CustomerEvent::customerId)).contains(customer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"page\",\"userId\":\"ada\"} | timestamp | MISSING",
                "{\"type\":\"page\",\"timestamp\":\"2026-03-01T10:00:00Z\"} | userId | MISSING",
                "{\"userId\":\"ada\",\"timestamp\":\"2026-03-01T10:00:00Z\"} | type | MISSING",
                "{\"type\":\"page\",\"userId\":\"ada\",\"timestamp\":\"yesterday\"} | timestamp | INVALID",
                "{\"type\":\"page\",\"userId\":\"ada\",\"receivedAt\":1} | receivedAt | INVALID",
            })
    void saysWhatIsWrong(String call, String field, Kind kind) {
        // when
        RecordedCall recorded = read(call);

        // then
        assertThat(recorded.event()).isEmpty();
        assertThat(recorded.problems()).extracting(EventProblem::field).containsExactly(field);
        assertThat(recorded.problems()).extracting(EventProblem::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}", "\"a\"", "{\"type\":\"track\"", "\u0000"})
    void saysThatALineIsNoCall(String line) {
        // when
        RecordedCall recorded = read(line);

        // then
        assertThat(recorded.event()).isEqualTo(Optional.empty());
        assertThat(recorded.problems()).hasSize(1);
    }

    private static RecordedCall read(String call) {
        return RecordedCall.read(call.getBytes(StandardCharsets.UTF_8), "file");
    }

    private static CustomerEvent withSource(CustomerEvent event, String source) {
        return new CustomerEvent(
                event.type(),
                event.event(),
                event.customerId(),
                event.userId(),
                event.anonymousId(),
                event.messageId(),
                event.timestamp(),
                event.timestamp(),
                event.properties(),
                event.traits(),
                event.context(),
                source,
                event.historical());
    }
}
