package dev.safar.contracts;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ObservedEventJsonTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.250Z");

    @Test
    void readsOfAnEventWhatIsWanted() {
        // given
        Map<String, Object> product = Map.of("price", 49.9, "quantity", 2, "tags", List.of("blue", true));
        CustomerEvent event =
                event(Map.of("cart_id", "c-1", "total", 20, "products", List.of(product), "name", "Shoes"), "web");

        // when
        CustomerEvent read = ObservedEventJson.read(ContractJson.write(event), Set.of("cart_id", "total", "products"));

        // then
        Map<String, Object> wanted = Map.of("cart_id", "c-1", "total", 20, "products", List.of(product));
        assertThat(read).usingRecursiveComparison().ignoringFields("context").isEqualTo(event(wanted, "web"));
        assertThat(read.context()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"track\",\"messageId\":7,\"properties\":{\"cart_id\":\"c-1\"}}",
                "{\"type\":\"track\",\"timestamp\":\"2026-03-01T12:30:00+03:30\"}",
                "{\"type\":\"track\",\"timestamp\":1772355600}",
                "{\"type\":\"track\",\"timestamp\":null,\"event\":null}",
                "{\"type\":\"track\",\"properties\":null,\"traits\":null}",
                "{\"type\":\"track\",\"historical\":\"true\"}",
                "{\"type\":\"identify\",\"traits\":{\"points\":12345678901234567890,\"rate\":0.1,\"none\":null}}",
                "{\"type\":\"track\",\"context\":{\"page\":{\"url\":\"/\"}},\"unheard\":[{\"of\":{}}]}",
                "{\"type\":\"track\",\"type\":\"page\"}",
                "{\"type\":\"track\"} and more"
            })
    void readsUnusualRecordsAsTheyAreReadElsewhere(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThat(ObservedEventJson.read(bytes, Set.of("cart_id")))
                .usingRecursiveComparison()
                .ignoringFields("context")
                .isEqualTo(ContractJson.read(bytes, CustomerEvent.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":\"track\",", "{\"type\":{}}", "[]", "{\"properties\":[1]}", "{\"timestamp\":\"now\"}"
            })
    void refusesWhatIsNoEvent(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ObservedEventJson.read(bytes, Set.of())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void refusesAnEventThatBreaksOff() {
        byte[] whole = ContractJson.write(event(Map.of("cart_id", "c-1"), "web"));

        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ObservedEventJson.read(part, Set.of("cart_id")))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static CustomerEvent event(Map<String, Object> properties, String source) {
        Map<String, Object> traits = Map.of("first_name", "Ada");
        Map<String, Object> context = Map.of("ip", "192.0.2.1");
        return new CustomerEvent(
                "track", "Product Added", "ada", "ada", null, "m-1", AT, AT, properties, traits, context, source, true);
    }
}
