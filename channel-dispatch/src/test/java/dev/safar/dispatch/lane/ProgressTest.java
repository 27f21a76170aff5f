package dev.safar.dispatch.lane;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    @Test
    void commitsUpToTheLowestUnfinishedMessage() {
        // given
        Progress progress = new Progress(10);
        List<Long> committable = new ArrayList<>(List.of(progress.committable()));
        List.of(10L, 11L, 13L).forEach(progress::begin);

        // when
        for (long finished : List.of(11L, 10L, 13L)) {
            progress.finish(finished);
            committable.add(progress.committable());
        }

        // then: 12 was no message of ours
        assertThat(committable).containsExactly(10L, 10L, 13L, 14L);
        assertThat(progress.idle()).isTrue();
    }
}
