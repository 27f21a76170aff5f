package dev.safar.ingest.accept;

import dev.safar.ingest.accept.EventProblem.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong with a call, and where. */
class EventProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"track\",\"userId\":\"a\"} | event | MISSING | is required: the name of what happened",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\" \"} | event | MISSING | is required: the name of what happened",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":[]} | event | INVALID | must be text",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":7} | event | INVALID | must be text",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"$tick\"} | event | RESERVED | must not begin with '$', which is reserved",
                "{\"type\":\"track\",\"userId\":\"$a\",\"event\":\"E\"} | userId | RESERVED | must not begin with '$', which is reserved",
                "{\"type\":\"track\",\"event\":\"E\"} | userId | MISSING | is required, or anonymousId",
                "{\"type\":\"track\",\"userId\":\"\",\"event\":\"E\"} | userId | MISSING | is required, or anonymousId",
                "{\"type\":\"track\",\"userId\":{},\"event\":\"E\"} | userId | INVALID | must be text",
                "{\"type\":\"track\",\"userId\":\"a\\u0000\",\"event\":\"E\"} | userId | INVALID | must not contain control characters",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"messageId\":true} | messageId | INVALID | must be text",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"properties\":[]} | properties | INVALID | must be an object",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"properties\":{\"p\":[{\"n\":1e999}]}} | properties.p[0].n | INVALID | is a number too large to be kept; send it as text",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"properties\":{\"n\":99999999999999999999}} | properties.n | INVALID | is a number too large to be kept; send it as text",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"timestamp\":\"yesterday\"} | timestamp | INVALID | must be an ISO-8601 time with a zone, like 2026-03-01T10:00:00.123Z",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"timestamp\":\"2026-03-01T10:00:00\"} | timestamp | INVALID | must be an ISO-8601 time with a zone, like 2026-03-01T10:00:00.123Z",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"timestamp\":1795283165593} | timestamp | INVALID | must be an ISO-8601 time with a zone, like 2026-03-01T10:00:00.123Z",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"timestamp\":\"1970-01-01T00:00:00Z\",\"sentAt\":\"2099-01-01T00:00:00Z\"} | sentAt | INVALID | lies too far after the time of the call",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"historical\":\"yes\"} | historical | INVALID | must be true or false",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"context\":\"x\"} | context | INVALID | must be an object",
                "{\"type\":\"identify\",\"userId\":\"a\",\"traits\":\"x\"} | traits | INVALID | must be an object",
                "{\"type\":\"group\",\"userId\":\"a\"} | groupId | MISSING | is required",
                "{\"type\":\"alias\",\"userId\":\"a\"} | previousId | MISSING | is required",
                "{\"userId\":\"a\"} | type | MISSING | is required in a batch",
                "{\"type\":\"delete\",\"userId\":\"a\"} | type | INVALID | must be track, identify, page, screen, group or alias",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"propertys\":{}} | propertys | INVALID | is no field of a call; 'properties' is",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"property\":{}} | property | INVALID | is no field of a call; 'properties' is",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"Properties\":{}} | Properties | INVALID | is no field of a call; 'properties' is",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"timestmap\":{}} | timestmap | INVALID | is no field of a call; 'timestamp' is",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"message_id\":{}} | message_id | INVALID | is no field of a call; 'messageId' is",
                "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\",\"contxt\":{}} | contxt | INVALID | is no field of a call; 'context' is",
                "{\"type\":\"identify\",\"userId\":\"a\",\"triats\":{}} | triats | INVALID | is no field of a call; 'traits' is",
                "{\"type\":\"identify\",\"userId\":\"a\",\"traits\":{\"consents\":\"email\"}} | traits.consents | INVALID | must be a list of what is allowed, or an object with true or false for each",
                "{\"type\":\"identify\",\"userId\":\"a\",\"traits\":{\"consents\":[1]}} | traits.consents | INVALID | must be a list of what is allowed, or an object with true or false for each",
                "{\"type\":\"identify\",\"userId\":\"a\",\"traits\":{\"consents\":{\"sms\":\"no\"}}} | traits.consents | INVALID | must be a list of what is allowed, or an object with true or false for each",
                "7 | `` | INVALID | must be an object"
            })
    void saysWhichFieldAndWhy(String call, String field, Kind kind, String message) {
        assertThat(Calls.problems("batch", "{\"batch\": [" + call + "]}"))
                .containsExactly(
                        new EventProblem(0, Optional.empty(), field == null ? "" : field.strip(), kind, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"integrations\":{},\"_metadata\":{},\"channel\":\"server\",\"version\":1,\"tags\":[],\"content\":1",
                "\"properties\":{},\"propertys\":{}",
                "\"name\":\"n\",\"names\":[],\"id\":1,\"user\":{},\"sender\":1",
                "\"traits\":{\"consents\":null}"
            })
    void passesOverFieldsThatAreTheSendersOwn(String fields) {
        assertThat(Calls.problems(
                        "batch",
                        "{\"batch\": [{\"type\":\"identify\",\"userId\":\"a\",\"context\":{}," + fields + "}]}"))
                .isEmpty();
    }

    @Test
    void findsAllProblemsOfAnEvent() {
        // given
        String call =
                "{\"type\":\"track\",\"messageId\":\"m-1\",\"userId\":1.5,\"timestamp\":\"x\",\"properties\":{\"a\":1e999,\"b\":1e999}}";

        // when
        List<EventProblem> problems = Calls.problems("batch", "{\"batch\": [{}, " + call + "]}");

        // then
        assertThat(problems)
                .filteredOn(problem -> problem.index() == 1)
                .allSatisfy(problem -> assertThat(problem.messageId()).contains("m-1"))
                .extracting(EventProblem::field)
                .containsExactly("userId", "event", "properties.a", "properties.b", "timestamp");
    }

    @Test
    void boundsNamesAndIds() {
        String longId = "x".repeat(Limits.ID_LENGTH + 1);
        String longName = "x".repeat(Limits.EVENT_NAME_LENGTH + 1);

        assertThat(Calls.problems(
                        "track",
                        "{\"userId\":\"" + longId + "\",\"event\":\"" + longName + "\",\"messageId\":\"" + longId
                                + "\"}"))
                .containsExactly(
                        new EventProblem(0, Optional.empty(), "userId", Kind.TOO_LONG, "is longer than 256 characters"),
                        new EventProblem(0, Optional.empty(), "event", Kind.TOO_LONG, "is longer than 200 characters"),
                        new EventProblem(
                                0, Optional.empty(), "messageId", Kind.TOO_LONG, "is longer than 256 characters"));
    }

    @Test
    void boundsTheDepthOfValues() {
        // given
        String deepest = "[".repeat(Limits.DEPTH - 1) + "]".repeat(Limits.DEPTH - 1);

        // then
        assertThat(Calls.problems("track", withProperty(deepest))).isEmpty();
        assertThat(Calls.problems("track", withProperty("[" + deepest + "]")))
                .extracting(EventProblem::kind)
                .containsExactly(Kind.TOO_DEEP);
    }

    private static String withProperty(String value) {
        return "{\"userId\":\"a\",\"event\":\"E\",\"properties\":{\"p\":" + value + "}}";
    }
}
