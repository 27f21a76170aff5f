package dev.safar.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DistributionTest {

    @Test
    void saysTheSmallestValueThatSoManyAreNotAbove() {
        // given
        List<Double> downwards =
                IntStream.rangeClosed(1, 200).mapToObj(i -> 201.0 - i).toList();

        // then
        assertThat(Distribution.of(downwards)).isEqualTo(new Distribution(200, 100, 198, 200));
    }

    @Test
    void isAllOneWhereThereIsOneValue() {
        assertThat(Distribution.of(List.of(7.0))).isEqualTo(new Distribution(1, 7, 7, 7));
    }

    @Test
    void needsValues() {
        assertThatThrownBy(() -> Distribution.of(List.of())).hasMessage("there is nothing to describe");
    }
}
