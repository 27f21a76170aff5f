package dev.safar.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sessions of the OTTO data set as calls of a shop: clicks are views, a cart lasts until the next order. */
final class OttoSessions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OttoSessions() {}

    /** One line of the data set. */
    record Session(long session, List<Action> events) {}

    /** One action of a visitor; {@code type} is {@code clicks}, {@code carts} or {@code orders}. */
    record Action(long aid, long ts, String type) {}

    /** The calls of one session, in its order. */
    static List<ShopCall> calls(String jsonLine) {
        try {
            return new Visit(JSON.readValue(jsonLine, Session.class)).calls();
        } catch (IOException e) {
            throw new UncheckedIOException("not a session: " + jsonLine, e);
        }
    }

    /** The data set has no prices: each article gets one between 4.95 and 93.95, always the same. */
    static BigDecimal price(long article) {
        return BigDecimal.valueOf(495L + 100L * Chance.below(90, "price of " + article), 2);
    }

    /** A session on its way through the shop. */
    private static final class Visit {

        private final Session session;
        private final String customer;
        private final List<ShopCall> calls = new ArrayList<>();
        private BigDecimal cartTotal = BigDecimal.ZERO;
        private int orders;

        Visit(Session session) {
            this.session = session;
            this.customer = "otto-" + session.session();
        }

        List<ShopCall> calls() {
            List<Action> actions = session.events();
            int next = 0;
            while (next < actions.size()) {
                Action action = actions.get(next);
                next = action.type().equals("orders") ? order(next) : single(next, action);
            }
            return calls;
        }

        private int single(int index, Action action) {
            BigDecimal price = price(action.aid());
            if (action.type().equals("carts")) {
                cartTotal = cartTotal.add(price);
                track(
                        index,
                        EventNames.PRODUCT_ADDED,
                        Map.of(
                                "cart_id",
                                "cart-" + session.session() + "-" + (orders + 1),
                                "product_id",
                                String.valueOf(action.aid()),
                                "price",
                                price,
                                "quantity",
                                1,
                                "cart_total",
                                cartTotal));
            } else {
                track(
                        index,
                        EventNames.PRODUCT_VIEWED,
                        Map.of("product_id", String.valueOf(action.aid()), "price", price));
            }
            return index + 1;
        }

        /** The articles ordered in one millisecond are one order. */
        private int order(int first) {
            List<Map<String, Object>> products = new ArrayList<>();
            BigDecimal total = BigDecimal.ZERO;
            int next = first;
            while (next < session.events().size() && isSameOrder(first, next)) {
                long article = session.events().get(next).aid();
                products.add(Map.of("product_id", String.valueOf(article), "price", price(article), "quantity", 1));
                total = total.add(price(article));
                next++;
            }
            orders++;
            cartTotal = BigDecimal.ZERO;
            String order = session.session() + "-" + orders;
            track(first, EventNames.ORDER_COMPLETED, Map.of("order_id", order, "total", total, "products", products));
            return next;
        }

        private boolean isSameOrder(int first, int next) {
            Action action = session.events().get(next);
            return action.type().equals("orders")
                    && action.ts() == session.events().get(first).ts();
        }

        private void track(int index, String event, Map<String, Object> properties) {
            calls.add(new ShopCall.Track(
                    Calendar.otto(session.events().get(index).ts()),
                    customer,
                    customer + "-" + index,
                    event,
                    properties));
        }
    }
}
