package dev.safar.benchmarks.contender;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** What the journey written by hand reads of an event; the rest of the JSON is passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CartEvent(String receivedAt, Properties properties, Traits traits) {

    /** Of carts and orders. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Properties(@JsonProperty("cart_id") String cartId, @JsonProperty("cart_total") double cartTotal) {}

    /** Of customers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Traits(String email, String phone, Map<String, Boolean> consents) {}
}
