package dev.safar.core.runtime;

import dev.safar.core.model.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PastTest {

    private static final String ORDER = "Order Completed";

    @Test
    void countsAndAddsUpWithinAWindow() {
        // given
        Past past = Past.of(
                "customer.count('Order Completed') == 3",
                "customer.count('Order Completed', '30d') == 2",
                "customer.count('Order Completed', '7d') == 1",
                "customer.sum('Order Completed', 'total') == 60.3",
                "customer.sum('Order Completed', 'total', '30d') == 40.3",
                "customer.sum('Order Completed', 'total', '7d') == 20.2");

        // when
        past.life().event("0d", ORDER, "total", 20L);
        past.life().event("20d", ORDER, "total", 20.1);
        past.life().event("40d", ORDER, "total", 20.2);

        // then
        assertThat(past.holdAt("41d")).hasSize(6);
        assertThat(past.holdAt("50d"))
                .containsExactly(
                        "customer.count('Order Completed') == 3", "customer.sum('Order Completed', 'total') == 60.3");
    }

    @Test
    void whatHappenedExactlyAWindowAgoIsOutsideOfIt() {
        Past past = Past.of("customer.count('Order Completed', '30d') == 1");

        past.life().event("0d", ORDER);

        assertThat(past.holdAt("719h59m")).hasSize(1);
        assertThat(past.holdAt("30d")).isEmpty();
    }

    @Test
    void lateEventsCountAtTheTimeTheyHappened() {
        // given
        Past past = Past.of(
                "customer.count('Order Completed', '7d') == 2",
                "customer.last('Order Completed') > ago('2d')",
                "customer.first('Order Completed') < ago('5d')");

        // when
        past.life().event("9d", ORDER);
        past.life().late("4d", "10d", ORDER);
        past.life().late("1d", "10d", ORDER);

        // then
        assertThat(past.holdAt("10d")).hasSize(3);
        assertThat(past.life().customer().history().get(ORDER).timeline().marks())
                .extracting(mark -> mark.time().toString())
                .containsExactly("2026-03-05T09:00:00Z", "2026-03-10T09:00:00Z");
    }

    @Test
    void aFieldThatIsMissingOrNoNumberAddsNothing() {
        Past past = Past.of("customer.sum('Order Completed', 'total') == 7");

        past.life().event("1d", ORDER, "total", 7L);
        past.life().event("2d", ORDER, "total", "12");
        past.life().event("3d", ORDER);

        assertThat(past.holdAt("3d")).hasSize(1);
    }

    @Test
    void onlyWhatSomebodyAsksForIsRemembered() {
        // given
        Past past = Past.of("customer.count('A', '30d') > 1", "customer.last('B') > ago('1d')");

        // when
        past.life().event("1d", "A", "total", 5L);
        past.life().event("1d", "B", "total", 5L);
        past.life().event("1d", "C", "total", 5L);
        past.life().event("1d", "Product Viewed", "product_id", "p1");
        past.life().event("1d", "Product Added", "product_id", "p1");

        // then
        assertThat(past.workspace().observed().history())
                .isEqualTo(Map.of("A", new Memory(Set.of(), Set.of(Duration.ofDays(30))), "B", Memory.PLAIN));
        Map<String, EventHistory> history = past.life().customer().history();
        assertThat(history).containsOnlyKeys("A", "B");
        assertThat(history.get("A").timeline().marks()).hasSize(1);
        assertThat(history.get("B"))
                .isEqualTo(new EventHistory(1, Life.at("1d"), Life.at("1d"), List.of(), Map.of(), Timeline.EMPTY));
        assertThat(past.life().customer().browsing()).isEqualTo(Browsing.NONE);
    }

    @Test
    void aLongerWindowKeepsWhatIsThereAndNothingAskedForIsForgotten() {
        // given
        Past past = Past.of("customer.count('A', '7d') > 0");
        past.life().event("1d", "A");

        // when
        past.life().under(Past.workspace(List.of("customer.count('A', '30d') > 0", "customer.sum('A', 'x') > 0")));
        past.life().event("2d", "A", "x", 3L);

        // then
        EventHistory both = past.life().customer().history().get("A");
        assertThat(both.timeline().countAfter(Life.at("0d"))).isEqualTo(2);
        assertThat(both.sums()).isEqualTo(Map.of("x", 3.0));

        // when
        past.life().under(Past.workspace(List.of("customer.count('A') > 0")));
        past.life().event("3d", "A", "x", 3L);

        // then
        assertThat(past.life().customer().history().get("A"))
                .isEqualTo(new EventHistory(3, Life.at("1d"), Life.at("3d"), List.of()));
    }

    @Test
    void halfAnHourOfQuietEndsASession() {
        // given
        Past past = Past.of("customer.sessions == 3", "customer.sessions('1h') == 1", "customer.sessions('1d') == 2");

        // when
        past.life().event("0m", "Page Viewed");
        past.life().event("29m", "Product Viewed", "product_id", "p1");
        past.life().event("58m", "Page Viewed");
        past.life().event("88m", "Screen Viewed");
        past.life().event("88m", "Order Shipped");
        past.life().event("24h30m", "Application Opened");

        // then
        assertThat(past.holdAt("25h")).hasSize(3);
    }

    @Test
    void aLateEventJoinsTheSessionsItLiesBetween() {
        Past past = Past.of("customer.sessions == 1");

        past.life().event("0m", "Page Viewed");
        past.life().event("50m", "Page Viewed");
        past.life().late("25m", "55m", "Page Viewed");
        past.life().late("10m", "5d", "Page Viewed");

        assertThat(past.holdAt("1h")).hasSize(1);
    }

    @Test
    void knowsWhichProductsWereLookedAt() {
        // given
        Past past = Past.of("customer.seen('p1')", "customer.seen('7')", "customer.seen(7)", "customer.seen('p2')");

        // when
        past.life().event("0m", "Product Viewed", "product_id", "p1");
        past.life().event("1m", "Product Viewed", "product_id", 7L);
        past.life().event("2m", "Product Viewed", "sku", "p2");

        // then
        assertThat(past.holdAt("2m")).containsExactly("customer.seen('p1')", "customer.seen('7')", "customer.seen(7)");
    }

    @Test
    void remembersTheLastHundredProducts() {
        Past past = Past.of("customer.seen('p0')", "customer.seen('p1')", "customer.seen('p100')");

        for (int i = 0; i <= 100; i++) {
            past.life().event(i + "m", "Product Viewed", "product_id", "p" + i);
        }

        assertThat(past.holdAt("2h")).containsExactly("customer.seen('p1')", "customer.seen('p100')");
        assertThat(past.life().customer().browsing().seen()).hasSize(100);
    }

    @Test
    void theCartIsWhatWasPutInAndNotTakenOut() {
        // given
        Past past = Past.of("customer.cart.count > 0");

        // when
        past.life().event("1m", "Product Added", "product_id", "a", "quantity", 2L, "price", 9.95);
        past.life().event("2m", "Product Added", "product_id", "b", "price", 5L);
        past.life().event("3m", "Product Added", "product_id", "c", "price", 7L);
        past.life().event("4m", "Product Removed", "product_id", "a", "quantity", 1L);
        past.life().event("5m", "Product Removed", "product_id", "b");

        // then
        Map<String, Object> cart = past.life().customer().browsing().cart().fields();
        assertThat(cart)
                .isEqualTo(Map.of(
                        "items",
                        List.of(
                                Map.of("product_id", "c", "quantity", 1L, "price", 7L),
                                Map.of("product_id", "a", "quantity", 1L, "price", 9.95)),
                        "count",
                        2L,
                        "total",
                        16.95));
    }

    @Test
    void anOrderEmptiesTheCartAsOfItsTime() {
        // given
        Past past = Past.of("customer.cart.total == 3", "customer.cart.count == 1 && size(customer.cart.items) == 1");

        // when
        past.life().event("1m", "Product Added", "product_id", "a", "price", 2L);
        past.life().event("9m", "Product Added", "product_id", "a", "price", 3L);
        past.life().late("5m", "10m", ORDER);
        past.life().late("2m", "11m", "Product Added", "product_id", "b", "price", 4L);

        // then
        assertThat(past.holdAt("11m")).hasSize(2);
    }

    @Test
    void whatADecisionSaysIsEnoughToRememberItAgain() {
        // given
        Past past = Past.of(
                "customer.sum('Order Completed', 'total', '30d') > 1",
                "customer.sessions('7d') > 1",
                "customer.seen('p1') && customer.cart.total > 1");

        Customer before = past.life().customer();

        // when
        past.life().event("1m", "Product Viewed", "product_id", "p1");
        past.life().event("2m", "Product Added", "product_id", "p1", "price", 3L);
        past.life().event("3m", ORDER, "total", 5L);
        past.life().event("4m", "Product Added", "product_id", "p2", "price", 3L);

        // then
        assertThat(Evolution.replay(before, past.life().decisions()))
                .isEqualTo(past.life().customer());
    }

    @Test
    void segmentsBuildOnSegments() {
        Past past = Past.of(
                "customer.count('A') > 0", "customer.in('s0') && !customer.in('s2')", "customer.in('s3')", "false");

        past.life().event("1m", "A");

        assertThat(past.holdAt("1m"))
                .containsExactly("customer.count('A') > 0", "customer.in('s0') && !customer.in('s2')");
    }

    @Test
    void aSegmentIsLookedAtOnceHoweverManyOthersAskForIt() {
        List<String> conditions = new ArrayList<>(List.of("customer.count('A') == 1"));
        for (int i = 1; i < 16; i++) {
            conditions.add(String.join(" && ", Collections.nCopies(20, "customer.in('s" + (i - 1) + "')")));
        }
        Past past = Past.of(conditions.toArray(String[]::new));

        past.life().event("1m", "A");

        assertThat(past.holdAt("1m")).hasSize(16);
    }

    @Test
    void aSegmentDependsOnTimeWhereOneItBuildsOnDoes() {
        Past past = Past.of(
                "customer.vip",
                "customer.last('A') < ago('3d')",
                "customer.in('s1') && customer.vip",
                "customer.count('A', '3d') > 1",
                "customer.sessions('3d') > 1",
                "customer.sessions > 1",
                "customer.in('s0')");

        assertThat(past.workspace().segments())
                .extracting(segment -> segment.id() + " " + segment.timeDependent())
                .containsExactly("s0 false", "s1 true", "s2 true", "s3 true", "s4 true", "s5 false", "s6 false");
    }

    @Test
    void templatesShowTheCartAndHowOftenTheCustomerCame() {
        // given
        Map<String, String> files = Map.of(
                "workspace.yaml",
                "consent: { email: opt-out }",
                "nudge.yaml",
                """
                journey: nudge
                start: { on: Product Added, key: event.product_id }
                stop: [ { on: Order Completed } ]
                steps: [ { send: email, template: cart } ]
                """,
                "templates/cart/email.en.liquid",
                """
                ---
                subject: "{{ customer.cart.count }} in your cart"
                ---
                {% for item in customer.cart.items %}{{ item.product_id }}{% endfor %} {{ customer.sessions }}
                """);
        Life life = Life.reachable(Compiled.workspace(files));

        // when
        life.event("1m", "Product Added", "product_id", "a", "price", 2L);

        // then
        assertThat(life.lastMessage("send-email-cart").variables())
                .isEqualTo(Map.of(
                        "customer",
                        Map.of(
                                "cart",
                                Map.of(
                                        "count",
                                        1L,
                                        "items",
                                        List.of(Map.of("product_id", "a", "quantity", 1L, "price", 2L))),
                                "sessions",
                                1L)));
    }
}
