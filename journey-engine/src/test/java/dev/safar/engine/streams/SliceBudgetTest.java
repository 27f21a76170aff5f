package dev.safar.engine.streams;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What can wait gets a quarter of a busy thread and most of an idle one, in slices of 25 ms. */
class SliceBudgetTest {

    private static final Duration WINDOW = Duration.ofMillis(100);
    private static final Duration SLICE = Duration.ofMillis(25);

    private long now = 1_000;
    private final SliceBudget budget = SliceBudget.withIdleTime(WINDOW, SLICE, () -> now);

    @Test
    void aThreadThatIsBusyWithEventsGivesOneSliceInAWindow() {
        assertThat(granted()).isEqualTo(SLICE);
        useUp();
        events(Duration.ofMillis(25));

        assertThat(granted()).isZero();
        events(Duration.ofMillis(40));

        assertThat(granted()).isZero();
    }

    @Test
    void theNextWindowHasASliceOfItsOwn() {
        granted();
        useUp();
        events(WINDOW);

        assertThat(granted()).isEqualTo(SLICE);
    }

    @Test
    void whatASliceLeavesIsThereForTheNextTask() {
        granted();
        use(Duration.ofMillis(10));

        assertThat(granted()).isEqualTo(Duration.ofMillis(15));
    }

    @Test
    void aThreadThatWouldStandIdleGivesMore() {
        granted();
        useUp();
        pass(Duration.ofMillis(20));

        assertThat(granted()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void noSliceIsLongerThanOne() {
        granted();
        pass(Duration.ofMillis(90));

        assertThat(granted()).isEqualTo(SLICE);
    }

    @Test
    void whatEventsTakeAndTheirCommitsIsNotIdle() {
        granted();
        useUp();
        events(Duration.ofMillis(10));
        pass(Duration.ofMillis(30));

        assertThat(granted()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void aFixedBudgetGivesNoneOfTheIdleTime() {
        SliceBudget fixed = SliceBudget.fixed(WINDOW, SLICE, () -> now);
        long began = now;
        fixed.begin();
        pass(SLICE);
        fixed.end(began);
        pass(Duration.ofMillis(50));

        assertThat(fixed.begin()).isEqualTo(now);
    }

    private Duration granted() {
        return Duration.ofNanos(budget.begin() - now);
    }

    private void useUp() {
        use(SLICE);
    }

    private void use(Duration time) {
        long began = now;
        pass(time);
        budget.end(began);
    }

    private void events(Duration time) {
        long began = now;
        pass(time);
        budget.elsewhere(began);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
