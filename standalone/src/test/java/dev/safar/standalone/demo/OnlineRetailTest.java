package dev.safar.standalone.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnlineRetailTest {

    @Test
    void turnsInvoicesIntoOrdersAndCancellationsIntoRefundsOfTheLatestOrderWithThatArticle() {
        // given
        List<String> rows = List.of(
                "536385,22783,\"BASKETS, SET OF 3\",1,2010-12-01 09:56:00,19.95,17420.0,United Kingdom",
                "536385,22961,JAM MAKING SET ,12,2010-12-01 09:56:00,1.45,17420.0,United Kingdom",
                "557632,22961,JAM MAKING SET ,2,2011-06-21 15:07:00,1.45,17420.0,United Kingdom",
                "C557700,22961,JAM MAKING SET ,-1,2011-06-22 10:00:00,1.45,17420.0,United Kingdom");

        // when
        Map<String, List<ShopCall>> calls = OnlineRetail.calls(rows);

        // then
        assertThat(calls)
                .isEqualTo(Map.of(
                        "retail-17420",
                        List.of(
                                call(
                                        "2024-12-04T09:56:00Z",
                                        "536385",
                                        "Order Completed",
                                        properties(
                                                "536385",
                                                "37.35",
                                                List.of(
                                                        product("22783", "BASKETS, SET OF 3", "19.95", 1),
                                                        product("22961", "JAM MAKING SET", "1.45", 12)))),
                                call(
                                        "2025-06-24T14:07:00Z",
                                        "557632",
                                        "Order Completed",
                                        properties(
                                                "557632",
                                                "2.90",
                                                List.of(product("22961", "JAM MAKING SET", "1.45", 2)))),
                                call(
                                        "2025-06-25T09:00:00Z",
                                        "C557700",
                                        "Order Refunded",
                                        properties(
                                                "557632",
                                                "1.45",
                                                List.of(product("22961", "JAM MAKING SET", "1.45", 1)))))));
    }

    @Test
    void leavesOutACancellationOfWhatWasNotOrderedBefore() {
        // given
        List<String> rows = List.of(
                "C536000,22961,JAM MAKING SET,-1,2010-12-01 09:00:00,1.45,17420.0,United Kingdom",
                "536385,22961,JAM MAKING SET,12,2010-12-01 09:56:00,1.45,17420.0,United Kingdom");

        // when
        List<String> events = OnlineRetail.calls(rows).get("retail-17420").stream()
                .map(ShopCall::messageId)
                .toList();

        // then
        assertThat(events).containsExactly("retail-536385");
    }

    @Test
    void namesTheTenLargestLinesOfALongInvoice() {
        // given
        List<String> rows = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "536385,A" + i + ",ARTICLE " + i + "," + i + ",2010-12-01 09:56:00,1.00,17420.0,France")
                .toList();

        // when
        ShopCall.Track order =
                (ShopCall.Track) OnlineRetail.calls(rows).get("retail-17420").get(0);

        // then
        List<Map<String, Object>> largest = IntStream.iterate(12, i -> i > 2, i -> i - 1)
                .mapToObj(i -> product("A" + i, "ARTICLE " + i, "1.00", i))
                .toList();
        assertThat(order.properties()).isEqualTo(properties("536385", "78.00", largest));
    }

    private static ShopCall call(String at, String invoice, String event, Map<String, Object> properties) {
        return new ShopCall.Track(Instant.parse(at), "retail-17420", "retail-" + invoice, event, properties);
    }

    private static Map<String, Object> properties(String order, String total, List<Map<String, Object>> products) {
        return Map.of("order_id", order, "total", new BigDecimal(total), "currency", "GBP", "products", products);
    }

    private static Map<String, Object> product(String article, String name, String price, int quantity) {
        return Map.of("product_id", article, "name", name, "price", new BigDecimal(price), "quantity", quantity);
    }
}
