package dev.safar.core.expression;

import java.util.HashMap;
import java.util.Map;

/** What is known of the fields below each root, wherever an expression stands. */
final class KnownFields {

    private static final Shape CART = Shape.fields(
            Map.of(
                    "items",
                    Shape.listOf(Shape.fields(
                            Shape.named("product_id text, quantity number, price number"), Shape.Knowledge.ALL)),
                    "count",
                    Shape.NUMBER,
                    "total",
                    Shape.NUMBER),
            Shape.Knowledge.ALL);

    private static final Shape CUSTOMER = customer();

    private KnownFields() {}

    static Map<String, Shape> at(Place place) {
        return Map.of(
                Root.EVENT.text(),
                ShopEvents.fieldsOf(place.event()),
                Root.CUSTOMER.text(),
                CUSTOMER,
                Root.RUN.text(),
                Shape.fields(
                        Map.of(
                                "key",
                                Shape.TEXT,
                                "started_at",
                                Shape.TIME,
                                "start",
                                ShopEvents.fieldsOf(place.start())),
                        Shape.Knowledge.SOME),
                CelEnvironment.NOW,
                Shape.TIME);
    }

    private static Shape customer() {
        Map<String, Shape> fields = new HashMap<>(
                Shape.named("email text, phone text, push_token text, locale text, zone text, timezone text"));
        fields.put("sessions", Shape.NUMBER);
        fields.put("cart", CART);
        fields.put("consents", Shape.fields(Map.of(), Shape.Knowledge.SOME));
        return Shape.fields(fields, Shape.Knowledge.SOME);
    }
}
