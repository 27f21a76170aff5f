package dev.safar.benchmarks.load;

import dev.safar.contracts.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The events of a load, one after another. Customers come in sessions, many at once; a session fills a cart and ends with an
 * order that cancels it, with the cart emptied, or with neither. Few customers come often.
 */
public final class ShopTraffic {

    private static final int SESSIONS_AT_ONCE = 5_000;

    /** 1 would be even; what comes often comes here a few dozen times, as in recorded shops. */
    private static final double SKEW = 1.25;

    private final Load load;
    private final Random random;
    private final Calls calls;
    private final List<Session> sessions = new ArrayList<>();
    private final long spanMillis;
    private long written;
    private int begun;

    public ShopTraffic(Load load) {
        this.load = load;
        this.spanMillis = Duration.between(load.begin(), load.end()).toMillis();
        this.random = new Random(load.seed());
        this.calls = new Calls(random);
    }

    /** Whether there is more. */
    public boolean hasNext() {
        return written < load.total();
    }

    /** The next record: first the introductions, then the events. */
    public CustomerEvent next() {
        Instant received = load.begin().plusMillis(spanMillis * written / load.total());
        CustomerEvent event = written < load.introductions()
                ? calls.identify(load.known() + (int) written, received)
                : ofSomeSession(received);
        written++;
        return event;
    }

    private CustomerEvent ofSomeSession(Instant received) {
        while (sessions.size() < Math.min(SESSIONS_AT_ONCE, load.customers())) {
            sessions.add(begin());
        }
        int chosen = random.nextInt(sessions.size());
        Session session = sessions.get(chosen);
        CustomerEvent event = session.next(calls, received);
        if (session.isOver()) {
            sessions.set(chosen, begin());
        }
        return event;
    }

    private Session begin() {
        int customer = (int) (load.customers() * Math.pow(random.nextDouble(), SKEW));
        begun++;
        return new Session(customer, begun, load.mix().viewsPerAction(), random);
    }
}
