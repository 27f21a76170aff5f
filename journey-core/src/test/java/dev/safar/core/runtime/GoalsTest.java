package dev.safar.core.runtime;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoalsTest {

    private static Life under(String journey) {
        return new Life(Compiled.workspace(
                Map.of("cart.yaml", "journey: cart\nstart: { on: A, key: event.k, again: ignore }\n" + journey)));
    }

    private final Life life = under(
            """
            stop: [ { on: Order Completed } ]
            goal: { on: Order Completed, where: event.k == run.key, within: 7d, value: event.total * 0.5 }
            steps: [ { id: pause, wait: 1d } ]
            """);

    @Test
    void isReachedBeforeTheSameEventStopsTheRun() {
        // given
        life.event("0m", "A", "k", "1");

        // when
        List<String> decided = life.event("1h", "Order Completed", "k", "1", "total", 40L);

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Order Completed",
                        "reached the goal of cart by Order Completed worth 20.0",
                        "finished cart at pause: stopped: Order Completed");
    }

    @Test
    void isReachedAfterTheRunHasEndedAndOnce() {
        // given
        life.event("0m", "A", "k", "1");
        life.tick("1d");

        // when
        List<String> first = life.event("3d", "Order Completed", "k", "1", "total", 40.5);
        List<String> second = life.event("4d", "Order Completed", "k", "1", "total", 1L);

        // then
        assertThat(first)
                .containsExactly("applied Order Completed", "reached the goal of cart by Order Completed worth 20.25");
        assertThat(second).containsExactly("applied Order Completed");
        assertThat(life.customer().runs()).isEmpty();
    }

    @Test
    void countsWhenTheEventHappened() {
        // given
        life.event("1h", "A", "k", "1");
        life.tick("2d");

        // when
        List<String> before = life.late("0m", "3d", "Order Completed", "k", "1", "total", 1L);
        List<String> tooLate = life.late("7d 1h 1s", "8d", "Order Completed", "k", "1", "total", 2L);
        List<String> inTime = life.late("7d 1h", "9d 1h", "Order Completed", "k", "1", "total", 4L);

        // then
        assertThat(before).containsExactly("applied Order Completed");
        assertThat(tooLate).containsExactly("applied Order Completed");
        assertThat(inTime)
                .containsExactly("applied Order Completed", "reached the goal of cart by Order Completed worth 2.0");
    }

    @Test
    void isWaitedForSoLongAndNoLonger() {
        // given
        life.event("0m", "A", "k", "1");
        life.tick("2d");

        // when
        life.event("9d", "B");
        int still = life.customer().runs().size();
        life.event("9d 1s", "B");

        // then
        assertThat(still).isEqualTo(1);
        assertThat(life.customer().runs()).isEmpty();
    }

    @Test
    void isNotReachedByAnother() {
        // given
        life.event("0m", "A", "k", "1");
        life.tick("1d");

        // when
        List<String> decided = life.event("2d", "Order Completed", "k", "2", "total", 1L);

        // then
        assertThat(decided).containsExactly("applied Order Completed");
    }

    @Test
    void isWorthNothingWhereTheValueIsNoNumber() {
        // given
        life.event("0m", "A", "k", "1");
        life.tick("1d");

        // when
        List<String> decided = life.event("2d", "Order Completed", "k", "1", "total", "much");

        // then
        assertThat(decided).containsExactly("applied Order Completed", "reached the goal of cart by Order Completed");
    }
}
