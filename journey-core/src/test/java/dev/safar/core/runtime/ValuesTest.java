package dev.safar.core.runtime;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValuesTest {

    @Test
    void aValueThatIsSetIntoItselfAgainAndAgainStopsGrowing() {
        // given
        Object trail = "start";

        // when
        int times = 0;
        while (Values.isSmall(trail)) {
            Object before = trail;
            trail = times % 2 == 0 ? Map.of("before", before) : List.of(before);
            times++;
        }

        // then
        assertThat(times).isEqualTo(Values.DEPTH + 1);
    }
}
