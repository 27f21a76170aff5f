package dev.safar.benchmarks.load;

import dev.safar.contracts.CustomerEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** One visit to the shop, planned when it begins: between carts and orders, views. */
final class Session {

    /** How many products a cart gets: 1.6 on average. */
    private static final double[] PRODUCTS = {0.60, 0.85, 0.95};

    /** With those products, carts and orders stand to each other as 2.6 to 1, as in recorded shops. */
    private static final double ORDERED = 0.60;

    private static final double EMPTIED = 0.68;
    private static final double REFUNDED = 0.03;

    private enum Act {
        VIEW,
        ADD,
        ORDER,
        EMPTY,
        REFUND
    }

    private final Visit visit;
    private final Deque<Act> plan = new ArrayDeque<>();
    private double cartTotal;

    /** Who visits, and what the visit's cart and order are called. */
    record Visit(int customer, int number) {}

    Session(int customer, int number, int viewsPerAction, Random random) {
        this.visit = new Visit(customer, number);
        for (int i = products(random.nextDouble()); i > 0; i--) {
            add(Act.ADD, viewsPerAction, random);
        }
        double end = random.nextDouble();
        if (end < ORDERED) {
            add(Act.ORDER, viewsPerAction, random);
            if (random.nextDouble() < REFUNDED) {
                add(Act.REFUND, viewsPerAction, random);
            }
        } else if (end < EMPTIED) {
            add(Act.EMPTY, viewsPerAction, random);
        }
    }

    boolean isOver() {
        return plan.isEmpty();
    }

    CustomerEvent next(Calls calls, Instant received) {
        return switch (plan.remove()) {
            case VIEW -> calls.viewed(visit, received);
            case ADD -> calls.added(visit, cartTotal += calls.price(), received);
            case ORDER -> calls.ordered(visit, cartTotal, received);
            case EMPTY -> calls.emptied(visit, received);
            case REFUND -> calls.refunded(visit, cartTotal, received);
        };
    }

    private void add(Act act, int viewsPerAction, Random random) {
        for (int i = viewsPerAction == 0 ? 0 : random.nextInt(2 * viewsPerAction + 1); i > 0; i--) {
            plan.add(Act.VIEW);
        }
        plan.add(act);
    }

    private static int products(double share) {
        int products = 1;
        for (double limit : PRODUCTS) {
            products += share < limit ? 0 : 1;
        }
        return products;
    }
}
