package dev.safar.standalone.audit;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdSetTest {

    @Test
    void takesEachIdOnce() {
        // given
        IdSet ids = new IdSet();

        // then
        assertThat(IntStream.range(0, 100_000).filter(i -> ids.add("m" + i)).count())
                .isEqualTo(100_000);
        assertThat(IntStream.range(0, 100_000).filter(i -> ids.add("m" + i)).count())
                .isZero();
    }
}
