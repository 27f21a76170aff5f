package dev.safar.engine.streams;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What can wait gets a quarter of a thread, and half of it while no events wait, in slices of 25 ms. */
class SliceBudgetTest {

    private static final Duration WINDOW = Duration.ofMillis(100);
    private static final Duration SLICE = Duration.ofMillis(25);

    private long now = 1_000;
    private final SliceBudget budget = new SliceBudget(WINDOW, SLICE, () -> now);

    @Test
    void whileEventsWaitThereIsOneSliceInAWindow() {
        assertThat(granted(true)).isEqualTo(SLICE);
        use(SLICE);

        pass(Duration.ofMillis(75));
        assertThat(granted(true)).isZero();

        pass(Duration.ofMillis(1));
        assertThat(granted(true)).isEqualTo(SLICE);
    }

    @Test
    void whileNoEventsWaitThereAreTwo() {
        granted(false);
        use(SLICE);

        pass(Duration.ofMillis(25));
        assertThat(granted(false)).isZero();

        pass(Duration.ofMillis(1));
        assertThat(granted(false)).isEqualTo(SLICE);
        use(SLICE);
        assertThat(granted(false)).isZero();
    }

    @Test
    void whatATaskLeavesIsThereForTheNext() {
        granted(true);
        use(Duration.ofMillis(10));

        assertThat(granted(true)).isEqualTo(Duration.ofMillis(15));
    }

    @Test
    void timeThatNobodyUsedIsNotSavedUp() {
        pass(WINDOW.multipliedBy(10));

        assertThat(granted(false)).isEqualTo(SLICE);
    }

    private Duration granted(boolean eventsWait) {
        return Duration.ofNanos(budget.begin(eventsWait) - now);
    }

    private void use(Duration time) {
        long began = now;
        pass(time);
        budget.end(began);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
