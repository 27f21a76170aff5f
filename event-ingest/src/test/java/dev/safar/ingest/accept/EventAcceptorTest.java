package dev.safar.ingest.accept;

import dev.safar.contracts.CustomerEvent;
import dev.safar.ingest.accept.Acceptance.Position;
import dev.safar.ingest.accept.Acceptance.Reason;
import dev.safar.ingest.accept.Acceptance.Refused;
import dev.safar.ingest.accept.Acceptance.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventAcceptorTest {

    @Test
    void readsATrackCall() {
        // when
        CustomerEvent event = Calls.event(
                "track",
                """
                {"userId": "ada", "anonymousId": "anon", "event": "Order Completed", "messageId": "m-1",
                 "timestamp": "2026-11-22T07:00:00.123Z", "sentAt": "2026-11-22T07:00:10.123Z",
                 "properties": {"order_id": "o-1", "total": 25.5, "items": 2, "gift": false, "coupon": null,
                                "products": [{"sku": "a", "price": 1e2}]},
                 "context": {"ip": "203.0.113.7", "userAgent": "Mozilla", "library": {"name": "x"}, "locale": "fa-IR",
                             "device": {"id": "secret", "type": "ios", "token": "t"}, "page": {"path": "/"}}}
                """);

        // then
        assertThat(event)
                .isEqualTo(new CustomerEvent(
                        "track",
                        "Order Completed",
                        "ada",
                        "ada",
                        "anon",
                        "m-1",
                        Instant.parse("2026-11-22T07:59:50Z"),
                        Calls.NOW,
                        Map.of(
                                "order_id",
                                "o-1",
                                "total",
                                25.5,
                                "items",
                                2L,
                                "gift",
                                false,
                                "products",
                                List.of(Map.of("sku", "a", "price", 100.0))),
                        Map.of(),
                        Map.of("locale", "fa-IR", "device", Map.of("type", "ios"), "page", Map.of("path", "/")),
                        "shop",
                        false));
    }

    @Test
    void takesTheTraitsOfAnIdentifyFromItsContextToo() {
        // when
        CustomerEvent event = Calls.event(
                "identify",
                """
                {"userId": "ada", "traits": {"email": "ada@example.com"},
                 "context": {"traits": {"email": "old@example.com", "plan": "gold"}, "device": {"token": "t-1"}}}
                """);

        // then
        assertThat(event.traits()).isEqualTo(Map.of("email", "ada@example.com", "plan", "gold", "push_token", "t-1"));
    }

    @Test
    void keepsThePushTokenThatTheShopGave() {
        CustomerEvent event = Calls.event(
                "identify",
                "{\"userId\": \"ada\", \"traits\": {\"push_token\": \"mine\"}, \"context\": {\"device\": {\"token\": \"t\"}}}");

        assertThat(event.traits()).isEqualTo(Map.of("push_token", "mine"));
    }

    @Test
    void keepsAGroupsTraitsAwayFromTheCustomers() {
        CustomerEvent event = Calls.event(
                "group", "{\"userId\": \"ada\", \"groupId\": \"acct-55\", \"traits\": {\"name\": \"Acme\"}}");

        assertThat(event.properties()).isEqualTo(Map.of("groupId", "acct-55", "traits", Map.of("name", "Acme")));
        assertThat(event.traits()).isEmpty();
    }

    @Test
    void keepsTheNameOfAPageAndThePreviousIdOfAnAlias() {
        assertThat(Calls.event("page", "{\"userId\": \"ada\", \"name\": \"Shoes\", \"category\": \"Catalog\"}")
                        .properties())
                .isEqualTo(Map.of("name", "Shoes", "category", "Catalog"));
        assertThat(Calls.event("alias", "{\"userId\": \"ada\", \"previousId\": \"anon\"}")
                        .properties())
                .isEqualTo(Map.of("previousId", "anon"));
    }

    @ParameterizedTest
    @CsvSource({
        "track,track",
        "t,track",
        "identify,identify",
        "i,identify",
        "page,page",
        "p,page",
        "screen,screen",
        "s,screen",
        "group,group",
        "g,group",
        "alias,alias",
        "a,alias"
    })
    void knowsTheTypeByTheRoute(String route, String type) {
        String call =
                "{\"type\": \"other\", \"userId\": \"ada\", \"event\": \"E\", \"groupId\": \"g\", \"previousId\": \"p\"}";

        assertThat(Calls.event(route, call).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"userId\": \"ada\", \"anonymousId\": \"anon\"; ada",
                "\"userId\": \"\", \"anonymousId\": \"anon\"; anon",
                "\"userId\": null, \"anonymousId\": \"anon\"; anon",
                "\"userId\": 1001; 1001",
                "\"userId\": \"مشتری\"; مشتری"
            })
    void keysByUserIdElseAnonymousId(String ids, String key) {
        assertThat(Calls.event("track", "{" + ids + ", \"event\": \"E\"}").customerId())
                .isEqualTo(key);
    }

    @Test
    void givesACallWithoutIdTheSameIdEveryTime() {
        // given
        String call = "{\"userId\":\"ada\",\"event\":\"E\",\"properties\":{\"a\":1,\"b\":2}}";
        String reordered =
                "{\"properties\":{\"b\":2,\"a\":1},\"event\":\"E\",\"userId\":\"ada\",\"sentAt\":\"2026-11-22T07:00:00Z\"}";
        String other = "{\"userId\":\"ada\",\"event\":\"E\",\"properties\":{\"a\":1,\"b\":3}}";

        // then
        String id = Calls.event("track", call).messageId();
        assertThat(id).startsWith("content-").hasSize(40);
        assertThat(Calls.event("track", reordered).messageId()).isEqualTo(id);
        assertThat(Calls.event("track", other).messageId()).isNotEqualTo(id);
    }

    @Test
    void repairsTextCutThroughAnEmoji() {
        CustomerEvent event = Calls.event(
                "track",
                "{\"userId\":\"ada\",\"event\":\"E\",\"properties\":{\"note\":\"کفش \\ud83d\",\"full\":\"\\ud83d\\udc5f\"}}");

        assertThat(event.properties()).isEqualTo(Map.of("note", "کفش \uFFFD", "full", "👟"));
    }

    @Test
    void appliesWhatABatchSaysToEachOfItsCalls() {
        // given
        String batch =
                """
                {"sentAt": "2026-11-22T07:00:10Z", "historical": true, "context": {"locale": "fa", "timezone": "Asia/Tehran"},
                 "batch": [
                  {"type": "page", "userId": "ada", "messageId": "m-1", "timestamp": "2026-11-22T07:00:00Z", "context": {"locale": "en"}},
                  {"type": "page", "userId": "ada", "messageId": "m-2", "timestamp": "2026-11-22T07:00:00Z", "sentAt": "2026-11-22T07:00:01Z"}]}
                """;

        // when
        List<CustomerEvent> events = Calls.taken(Calls.send("import", batch)).events();

        // then
        assertThat(events)
                .isEqualTo(List.of(
                        page("m-1", "2026-11-22T07:59:50Z", Map.of("locale", "en", "timezone", "Asia/Tehran")),
                        page("m-2", "2026-11-22T07:59:59Z", Map.of("locale", "fa", "timezone", "Asia/Tehran"))));
    }

    @Test
    void takesAnImportForThePresentUnlessItSaysOtherwise() {
        String batch =
                "{\"batch\": [{\"type\": \"page\", \"userId\": \"ada\"}, {\"type\": \"page\", \"userId\": \"ada\", \"historical\": true}]}";

        assertThat(Calls.taken(Calls.send("import", batch)).events())
                .extracting(CustomerEvent::historical)
                .containsExactly(false, true);
    }

    @Test
    void leavesOutAnEventThatIsTooLargeAndTakesItsNeighbours() {
        // given
        String large = "{\"type\":\"page\",\"userId\":\"ada\",\"name\":\"" + "x".repeat(Limits.EVENT_BYTES) + "\"}";
        String small = "{\"type\":\"page\",\"userId\":\"ada\"}";

        // when
        Taken taken = Calls.taken(Calls.send("batch", "{\"batch\":[" + small + "," + large + "," + small + "]}"));

        // then
        assertThat(taken.events()).hasSize(2);
        assertThat(taken.problems())
                .containsExactly(new EventProblem(
                        1, Optional.empty(), "", EventProblem.Kind.TOO_LARGE, "is larger than 32768 bytes"));
    }

    @Test
    void leavesOutAnEventThatTheContextOfItsBatchMakesTooLarge() {
        // given
        String small = "{\"type\":\"page\",\"userId\":\"ada\"}";
        String large = "{\"type\":\"page\",\"userId\":\"ada\",\"name\":\"" + "x".repeat(3000) + "\"}";

        // when
        Taken taken = Calls.taken(Calls.send("batch", batch(30_000, List.of(small, large))));

        // then
        assertThat(taken.events()).hasSize(1);
        assertThat(taken.problems())
                .containsExactly(new EventProblem(
                        1,
                        Optional.empty(),
                        "",
                        EventProblem.Kind.TOO_LARGE,
                        "is larger than 32768 bytes with the batch's context"));
    }

    @Test
    void refusesABatchThatItsContextMakesTooLarge() {
        // given
        List<String> calls = Collections.nCopies(2000, "{\"type\":\"page\",\"userId\":\"ada\"}");

        // when
        Refused refused = Calls.refused(Calls.send("batch", batch(30_000, calls)));

        // then
        assertThat(refused)
                .isEqualTo(new Refused(
                        Reason.TOO_LARGE,
                        "the batch is larger than 8388608 bytes with its context in each event",
                        Optional.empty()));
    }

    @Test
    void refusesABatchOfTooManyCalls() {
        // given
        String most = batch(10, Collections.nCopies(2500, "{\"type\":\"page\",\"userId\":\"ada\"}"));
        String more = batch(10, Collections.nCopies(2501, "{}"));

        // when
        Taken taken = Calls.taken(Calls.send("batch", most));
        Refused refused = Calls.refused(Calls.send("batch", more));

        // then
        assertThat(taken.events()).hasSize(2500);
        assertThat(refused)
                .isEqualTo(new Refused(Reason.TOO_LARGE, "the batch has more than 2500 calls", Optional.empty()));
    }

    private static String batch(int contextBytes, List<String> calls) {
        return "{\"context\":{\"campaign\":{\"name\":\"" + "c".repeat(contextBytes) + "\"}},\"batch\":["
                + String.join(",", calls) + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "track; ; 1; 1; the body must be a JSON object",
                "track; []; 1; 2; the body must be a JSON object",
                "track; {} {}; 1; 5; the body goes on after its JSON object",
                "track; {\"a\" 1}; 1; 6; there should be a ':' before 1",
                "track; {\"a\": 1 \"b\": 2}; 1; 9; there should be a ',' before \"",
                "track; {\"a\": 1,}; 1; 9; a name in double quotes should be here, not }",
                "track; {a: 1}; 1; 2; a name in double quotes should be here, not a",
                "track; {\"a\": ?}; 1; 7; ? is out of place",
                "track; {\"a\": ada}; 1; 7; ada is no value: text needs double quotes",
                "track; {\"a\": 1]; 1; 8; ] closes something that is not open",
                "track; {\"a\": \"x; 1; 9; the JSON ends too early",
                "track; {\"a\": 01}; 1; 8; a number is not written as JSON writes it",
                "track; {\"a\": \"\\q\"}; 1; 9; a backslash in text comes before one of \" \\ / b f n r t u",
                "track; {\"a\": \"\u0001\"}; 1; 8; a line break or control character in text has to be escaped",
                "batch; {}; 1; 3; 'batch' is missing: an array of calls",
                "batch; {\"batch\": 1}; 1; 12; 'batch' must be an array of calls",
                "batch; {\"historical\": \"yes\", \"batch\": []}; ; ; the batch's 'historical' must be true or false"
            })
    void refusesABodyThatIsNotWhatItsRouteAsksFor(
            String route, String body, Integer line, Integer column, String message) {
        Refused refused = Calls.refused(Calls.send(route, body == null ? "" : body));

        assertThat(refused)
                .isEqualTo(new Refused(
                        Reason.MALFORMED,
                        message,
                        line == null ? Optional.empty() : Optional.of(new Position(line, column))));
    }

    @Test
    void refusesABodyNestedBeyondReading() {
        String deep = "{\"a\":" + "[".repeat(100_000);

        assertThat(Calls.refused(Calls.send("track", deep)).message())
                .isEqualTo("the JSON is nested deeper than 200 levels");
    }

    @Test
    void refusesAnEncodingItDoesNotKnowAndOneThatIsNotTrue() {
        // given
        byte[] body = "{\"userId\":\"ada\",\"event\":\"E\"}".getBytes(StandardCharsets.UTF_8);

        // then
        assertThat(Calls.refused(Calls.ACCEPTOR.accept(encoded("br"), body)).reason())
                .isEqualTo(Reason.UNKNOWN_ENCODING);
        assertThat(Calls.refused(Calls.ACCEPTOR.accept(encoded("gzip"), body)).reason())
                .isEqualTo(Reason.MALFORMED);
    }

    private static Request encoded(String encoding) {
        return new Request(Route.of("track").orElseThrow(), Optional.of("key"), Optional.of(encoding), Calls.NOW);
    }

    private static CustomerEvent page(String messageId, String at, Map<String, Object> context) {
        return new CustomerEvent(
                "page",
                null,
                "ada",
                "ada",
                null,
                messageId,
                Instant.parse(at),
                Calls.NOW,
                Map.of(),
                Map.of(),
                context,
                "shop",
                true);
    }
}
