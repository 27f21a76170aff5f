package dev.safar.ingest.accept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes in, there is an answer, and what is taken can be written and read again. */
class EventAcceptorPropertyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String BATCH =
            "{\"batch\":[{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"کفش\",\"timestamp\":\"2026-11-22T07:00:00Z\","
                    + "\"properties\":{\"a\":[1,2.5,{\"b\":\"\\ud83d\\udc5f\"}]}}],\"sentAt\":\"2026-11-22T07:00:00Z\"}";

    @Property
    void answersAnyBytes(@ForAll byte[] body, @ForAll("routes") String route, @ForAll("encodings") String encoding) {
        Request request =
                new Request(Route.of(route).orElseThrow(), Optional.of("key"), Optional.of(encoding), Calls.NOW);

        check(Calls.ACCEPTOR.accept(request, body));
    }

    @Property
    void answersABatchWithAnyBytesChanged(@ForAll("positions") List<Integer> positions, @ForAll byte replacement) {
        byte[] body = BATCH.getBytes(StandardCharsets.UTF_8);
        positions.forEach(position -> body[position % body.length] = replacement);

        check(Calls.ACCEPTOR.accept(Calls.request("batch"), body));
    }

    @Property
    void answersACallWithAnyValueInAnyField(
            @ForAll("fields") String field, @ForAll("values") String value, @ForAll("routes") String route)
            throws IOException {
        ObjectNode call = (ObjectNode) MAPPER.readTree(BATCH).path("batch").get(0);
        call.set(field, MAPPER.readTree(value));
        JsonNode body = Route.of(route).orElseThrow().isBatch()
                ? MAPPER.createObjectNode()
                        .set("batch", MAPPER.createArrayNode().add(call))
                : call;

        check(Calls.ACCEPTOR.accept(Calls.request(route), MAPPER.writeValueAsBytes(body)));
    }

    @Provide
    Arbitrary<List<Integer>> positions() {
        return Arbitraries.integers().between(0, BATCH.length()).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> routes() {
        return Arbitraries.of("track", "identify", "page", "screen", "group", "alias", "batch");
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of("", "identity", "gzip", "br");
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "type",
                "userId",
                "anonymousId",
                "event",
                "messageId",
                "timestamp",
                "originalTimestamp",
                "sentAt",
                "properties",
                "traits",
                "context",
                "historical",
                "groupId",
                "previousId",
                "name",
                "writeKey");
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "-0", "1e999", "-1e-999", "123456789012345678901234567890", "\"\\u0000\""),
                Arbitraries.of("\"0000-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"1970-01-01T00:00:00+18:00\""),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.strings().ofMaxLength(300).map(text -> MAPPER.valueToTree(text)
                        .toString()));
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
                () -> leaf.map(value ->
                        "{\"traits\":" + value + ",\"device\":{\"token\":" + value + "},\"$a\":" + value + "}"));
    }

    private static void check(Acceptance acceptance) {
        acceptance.<Void>fold(
                taken -> {
                    taken.events().forEach(EventAcceptorPropertyTest::checkEvent);
                    return null;
                },
                refused -> {
                    assertThat(refused.message()).isNotBlank();
                    return null;
                });
    }

    private static void checkEvent(CustomerEvent event) {
        assertThat(event.customerId()).isNotBlank();
        assertThat(event.timestamp()).isBetween(Instant.EPOCH, event.receivedAt());
        CustomerEvent read = ContractJson.read(ContractJson.write(event), CustomerEvent.class);
        assertThat(ContractJson.write(read)).isEqualTo(ContractJson.write(event));
    }
}
