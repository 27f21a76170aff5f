package dev.safar.dispatch.lane;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetractionsTest {

    @Test
    void remembersTheNewestOfEachPartition() {
        // given
        Retractions retractions = new Retractions(2);

        // when
        retractions.add(0, "m1");
        retractions.add(0, "m2");
        retractions.add(0, "m3");
        retractions.add(1, "m1");
        retractions.forget(1);

        // then
        assertThat(retractions.contains(0, "m1")).isFalse();
        assertThat(retractions.contains(0, "m2")).isTrue();
        assertThat(retractions.contains(0, "m3")).isTrue();
        assertThat(retractions.contains(1, "m1")).isFalse();
    }
}
