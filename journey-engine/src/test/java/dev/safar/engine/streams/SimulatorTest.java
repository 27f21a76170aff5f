package dev.safar.engine.streams;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promises of the engine under everything that can go wrong, by chance and without Kafka. A seed that fails is run again with
 * {@code -Dsimulator.first=SEED -Dsimulator.seeds=1}; {@code -Dsimulator.seeds=100000} runs so many.
 */
class SimulatorTest {

    private static final int SEEDS = Integer.getInteger("simulator.seeds", 2_000);
    private static final long FIRST = Long.getLong("simulator.first", 1);
    private static final int MOST_PROBLEMS = 10;

    /** Kept here, since what nobody holds loses its level. */
    private static final Logger PUT_ASIDE = Logger.getLogger(DeadLetters.class.getName());

    @BeforeAll
    static void nonsenseIsNoNews() {
        PUT_ASIDE.setLevel(Level.OFF);
    }

    @AfterAll
    static void nonsenseIsNews() {
        PUT_ASIDE.setLevel(null);
    }

    @Test
    void keepsItsPromisesWhateverHappens() {
        // when
        List<String> problems = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .boxed()
                .flatMap(seed -> problemsOf(seed).stream())
                .limit(MOST_PROBLEMS)
                .toList();

        // then
        assertThat(problems).isEmpty();
    }

    /** Each found something once. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "293, a timer that waited for its slice took along what began behind the tick",
        "867, a sweep took along what began behind the tick",
    })
    void keepsThemWhereItOnceDidNot(long seed, String found) {
        assertThat(problemsOf(seed)).as(found).isEmpty();
    }

    private static List<String> problemsOf(long seed) {
        try {
            return Simulation.problemsOf(seed).stream()
                    .map(problem -> "seed " + seed + ": " + problem)
                    .toList();
        } catch (RuntimeException failure) {
            throw new AssertionError("seed " + seed + " ended in " + failure, failure);
        }
    }
}
