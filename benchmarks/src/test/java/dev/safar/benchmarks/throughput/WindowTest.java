package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.load.Load;
import dev.safar.benchmarks.load.Load.Leg;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.process.Figures;
import dev.safar.benchmarks.throughput.Throughput.Lap;
import dev.safar.benchmarks.throughput.Throughput.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {

    private static final Load LOAD =
            Load.until(Instant.EPOCH, List.of(new Leg(Mix.DENSE, 100, 1_000))).get(0);

    @Test
    void countsFromWhereAllIsWarmUntilShortlyBeforeTheEnd() {
        // given
        var window = new Window(LOAD, 0);

        // when
        for (long processed : new long[] {50, 499, 500, 700, 1_080, 1_100}) {
            window.add(at(processed));
        }

        // then
        assertThat(window.cost()).hasValue(new Cost(580, 1_000_000, 20, 3, 500, 7, 9));
    }

    @Test
    void countsEachOfTheLoadsOfALogByItself() {
        // given
        var legs = List.of(new Leg(Mix.RECORDED, 100, 1_000), new Leg(Mix.DENSE, 150, 1_000));
        List<Window> windows = Window.of(Load.until(Instant.EPOCH, legs));

        // when
        for (long processed : new long[] {500, 1_000, 1_100, 1_549, 1_550, 2_100, 2_150}) {
            windows.forEach(window -> window.add(at(processed)));
        }

        // then
        assertThat(windows)
                .extracting(window -> window.cost().map(Cost::events))
                .containsExactly(Optional.of(500L), Optional.of(550L));
    }

    @Test
    void saysNothingWhereThereWereTooFewMoments() {
        // given
        var window = new Window(LOAD, 0);

        // when
        window.add(at(500));

        // then
        assertThat(window.cost()).isEmpty();
    }

    @Test
    void aLoadThatWasOverTooSoonIsDoubledAndTheOthersStay() {
        // given
        var legs = List.of(new Leg(Mix.DENSE, 100, 1_000), new Leg(Mix.RECORDED, 100, 1_000));
        List<Window> windows = Window.of(Load.until(Instant.EPOCH, legs));

        // when
        for (long processed : new long[] {500, 600, 700, 1_600, 1_700}) {
            windows.forEach(window -> window.add(at(processed)));
        }

        // then
        assertThat(Stretch.of(legs, windows, 3)).containsExactly(legs.get(0), new Leg(Mix.RECORDED, 100, 2_000));
        assertThat(Stretch.of(legs, windows, 2)).isEqualTo(legs);
    }

    @Test
    void noLoadIsDoubledForEver() {
        // given
        var legs = List.of(new Leg(Mix.DENSE, 100, 6_000_000));

        // then
        assertThat(Stretch.of(legs, Window.of(Load.until(Instant.EPOCH, legs)), 3))
                .isEqualTo(legs);
    }

    @Test
    void judgesGoalsInEventsAndInProcessorTime() {
        // given
        var laps =
                List.of(new Lap(Contenders.READ_MODIFY_WRITE, cost(100, 20)), new Lap(Contenders.SAFAR, cost(90, 40)));

        // then
        assertThat(Goal.judge(new Result(Mix.DENSE, 1, 1, 1, laps)))
                .containsExactly(
                        "goal met: 0.90 of (2) in events/s, wanted at least 0.80\n",
                        "goal MISSED: 0.50 of (2) in CPU per event, wanted at least 0.80\n");
    }

    /** A microsecond, 20 of processor time, 3 of the broker's and 500 bytes for each event. */
    private static Sample at(long processed) {
        return new Sample(
                processed * 1_000,
                processed,
                new Figures(processed * 20_000, processed * 500, 7, 9),
                new Figures(processed * 3_000, 0, 0, 0));
    }

    private static Cost cost(double eventsPerSecond, double cpuMicros) {
        return new Cost(1, eventsPerSecond, cpuMicros, 1, 1, 1, 1);
    }
}
