package dev.safar.core.runtime;

import dev.safar.core.model.Memory;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class PastPropertyTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(6), Duration.ofDays(7), Duration.ofDays(90));
    private static final Memory MEMORY = new Memory(Set.of("total"), Set.copyOf(WINDOWS));

    private static final Workspace EVERYTHING = Past.workspace(List.of(
            "customer.sum('Order Completed', 'total', '5d') > 3 && customer.count('Order Completed', '1h') > 1",
            "customer.sum('Product Added', 'price') > customer.cart.total",
            "customer.sessions('3d') > 1 && customer.seen('a')"));
    private static final List<String> NAMES = List.of(
            "Product Viewed",
            "Product Added",
            "Product Removed",
            "Cart Emptied",
            "Order Completed",
            "Page Viewed",
            "X");

    /** Minutes before now, in the order in which they arrive. */
    @Property(tries = 200)
    void countsAreExactForAFewEventsInAnyOrder(
            @ForAll @Size(max = 64) List<@IntRange(max = 200_000) Integer> minutesAgo) {
        Timeline timeline = timeline(minutesAgo);

        for (Duration window : WINDOWS) {
            assertThat(timeline.countAfter(NOW.minus(window))).isEqualTo(within(minutesAgo, window));
            assertThat(timeline.sumAfter(NOW.minus(window), "total")).isEqualTo(within(minutesAgo, window) / 10.0);
        }
    }

    @Property(tries = 100)
    void countsOfManyEventsMissNoneAndTakeInALittleMoreThanTheWindow(
            @ForAll @Size(min = 200, max = 2_000) List<@IntRange(max = 200_000) Integer> minutesAgo) {
        Timeline timeline = timeline(minutesAgo);

        for (Duration window : WINDOWS) {
            long counted = timeline.countAfter(NOW.minus(window));
            assertThat(counted)
                    .isBetween(
                            within(minutesAgo, window),
                            within(minutesAgo, window.plus(window.dividedBy(16)).plusMillis(1)));
        }
        assertThat(timeline.marks()).hasSizeLessThan(500);
    }

    @Property(tries = 200)
    void sessionsAreTheSameInAnyOrder(
            @ForAll @Size(max = 60) List<@IntRange(max = 2_000) Integer> minutesAgo, @ForAll long seed) {
        assertThat(sessions(minutesAgo)).isEqualTo(sessions(shuffled(minutesAgo, seed)));
    }

    @Property(tries = 200)
    void theCartIsTheSameInAnyOrder(
            @ForAll @Size(max = 60) List<@IntRange(max = 2_000) Integer> minutesAgo, @ForAll long seed) {
        List<Integer> distinct = minutesAgo.stream().distinct().toList();

        assertThat(cart(distinct).fields())
                .isEqualTo(cart(shuffled(distinct, seed)).fields());
    }

    @Property(tries = 50)
    void aCartStaysSmall(@ForAll @Size(min = 300, max = 600) List<@IntRange(max = 200_000) Integer> minutesAgo) {
        assertThat(cart(minutesAgo).changes()).hasSizeLessThanOrEqualTo(Cart.LIMIT);
    }

    @Property(tries = 100)
    void whateverComesIsRememberedAgainByItsDecisions(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        Life life = new Life(EVERYTHING);
        Customer before = life.customer();

        // when
        for (int i = 0; i < 80; i++) {
            int happened = random.nextInt(20_000);
            int received = happened + (random.nextBoolean() ? 0 : random.nextInt(5_000));
            life.late(happened + "m", received + "m", any(random, NAMES), fields(random));
        }

        // then
        assertThat(Evolution.replay(before, life.decisions())).isEqualTo(life.customer());
    }

    private static Object[] fields(Random random) {
        return new Object[] {
            "product_id", any(random, List.of("a", "b", "", 7L, 7.5, true, List.of("a"), Map.of("a", 1L))),
            "quantity", any(random, List.of(1L, 2.4, -3L, Long.MAX_VALUE, Long.MIN_VALUE, "two", 1e300)),
            "price", any(random, List.of(1L, 19.9, -3L, 1e308, "free", List.of())),
            "total", any(random, List.of(1L, 19.9, -1e308, 1e308, Long.MAX_VALUE, "x", false))
        };
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Timeline timeline(List<Integer> minutesAgo) {
        Timeline timeline = Timeline.EMPTY;
        Impression impression = new Impression(MEMORY, Map.of("total", 0.1), Optional.empty());
        for (int minutes : minutesAgo) {
            timeline = timeline.plus(ago(minutes), impression, NOW);
        }
        return timeline;
    }

    private static long within(List<Integer> minutesAgo, Duration window) {
        return minutesAgo.stream()
                .filter(minutes -> Duration.ofMinutes(minutes).compareTo(window) < 0)
                .count();
    }

    private static Sessions sessions(List<Integer> minutesAgo) {
        Sessions sessions = Sessions.NONE;
        for (int minutes : minutesAgo) {
            sessions = sessions.plus(ago(minutes), Duration.ZERO, NOW);
        }
        return sessions;
    }

    /** What each minute does is a matter of its number. */
    private static Cart cart(List<Integer> minutesAgo) {
        Cart cart = Cart.EMPTY;
        for (int minutes : minutesAgo) {
            Optional<String> product = minutes % 17 == 0 ? Optional.empty() : Optional.of("p" + minutes % 5);
            long quantity = minutes % 3 == 0 ? -1 : 2;
            cart = cart.after(
                    new Impression.CartChange(product, quantity, Optional.of((double) minutes)), ago(minutes));
        }
        return cart;
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static List<Integer> shuffled(List<Integer> list, long seed) {
        List<Integer> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
