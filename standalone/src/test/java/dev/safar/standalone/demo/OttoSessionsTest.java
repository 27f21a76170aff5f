package dev.safar.standalone.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OttoSessionsTest {

    private static final BigDecimal PRICE_OF_1 = OttoSessions.price(1);
    private static final BigDecimal PRICE_OF_2 = OttoSessions.price(2);

    @Test
    void turnsClicksCartsAndOrdersIntoCallsWithACartThatLastsUntilTheOrder() {
        // given
        String session = "{\"session\":7,\"events\":["
                + "{\"aid\":1,\"ts\":1659304800025,\"type\":\"clicks\"},"
                + "{\"aid\":1,\"ts\":1659304801000,\"type\":\"carts\"},"
                + "{\"aid\":2,\"ts\":1659304802000,\"type\":\"carts\"},"
                + "{\"aid\":1,\"ts\":1659304803000,\"type\":\"orders\"},"
                + "{\"aid\":2,\"ts\":1659304803000,\"type\":\"orders\"},"
                + "{\"aid\":2,\"ts\":1659304804000,\"type\":\"carts\"}]}";

        // when
        List<ShopCall> calls = OttoSessions.calls(session);

        // then
        BigDecimal both = PRICE_OF_1.add(PRICE_OF_2);
        assertThat(calls)
                .containsExactly(
                        call("00.025", 0, "Product Viewed", Map.of("product_id", "1", "price", PRICE_OF_1)),
                        call("01", 1, "Product Added", added("cart-7-1", "1", PRICE_OF_1, PRICE_OF_1)),
                        call("02", 2, "Product Added", added("cart-7-1", "2", PRICE_OF_2, both)),
                        call(
                                "03",
                                3,
                                "Order Completed",
                                Map.of(
                                        "order_id",
                                        "7-1",
                                        "total",
                                        both,
                                        "products",
                                        List.of(
                                                Map.of("product_id", "1", "price", PRICE_OF_1, "quantity", 1),
                                                Map.of("product_id", "2", "price", PRICE_OF_2, "quantity", 1)))),
                        call("04", 5, "Product Added", added("cart-7-2", "2", PRICE_OF_2, PRICE_OF_2)));
    }

    @Test
    void givesAnArticleAlwaysTheSamePrice() {
        assertThat(OttoSessions.price(1517085))
                .isEqualTo(OttoSessions.price(1517085))
                .isBetween(new BigDecimal("4.95"), new BigDecimal("93.95"));
    }

    private static ShopCall call(String second, int index, String event, Map<String, Object> properties) {
        Instant at = Instant.parse("2025-08-03T22:00:" + second + "Z");
        return new ShopCall.Track(at, "otto-7", "otto-7-" + index, event, properties);
    }

    private static Map<String, Object> added(String cart, String article, BigDecimal price, BigDecimal total) {
        return Map.of("cart_id", cart, "product_id", article, "price", price, "quantity", 1, "cart_total", total);
    }
}
