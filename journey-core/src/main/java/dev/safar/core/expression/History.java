package dev.safar.core.expression;

import java.util.List;
import java.util.Map;

/** The functions of {@code customer}, as authors know them. */
final class History {

    static final String LAST = "last";
    static final String FIRST = "first";
    static final String COUNT = "count";
    static final String SUM = "sum";
    static final String SESSIONS = "sessions";
    static final String SEEN = "seen";

    /** What {@code in} is called within CEL, where that word is an operator; as long as the word itself. */
    static final String IN = "iN";

    private static final Map<String, String> USAGE = Map.of(
            LAST, "customer.last('Order Completed')",
            FIRST, "customer.first('Order Completed')",
            COUNT, "customer.count('Order Completed') or customer.count('Order Completed', '30d')",
            SUM, "customer.sum('Order Completed', 'total') or customer.sum('Order Completed', 'total', '90d')",
            SESSIONS, "customer.sessions or customer.sessions('7d')",
            SEEN, "customer.seen('product-1') or customer.seen(event.product_id)",
            IN, "customer.in('lapsed')");

    private History() {}

    static boolean knows(String function) {
        return USAGE.containsKey(function);
    }

    static List<String> names() {
        return USAGE.keySet().stream().map(History::written).sorted().toList();
    }

    /** How the author writes it. */
    static String written(String function) {
        return function.equals(IN) ? "in" : function;
    }

    static String usage(String function) {
        return "write it like " + USAGE.get(function);
    }
}
