package dev.safar.engine.state;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppliedTest {

    @Test
    void comesToTheSameInWhateverOrder() {
        // given
        Applied inOrder = Applied.NOTHING.and(3).and(4).and(9);
        Applied otherwise = Applied.NOTHING.and(9).and(3).and(4);

        // then
        assertThat(inOrder).isEqualTo(new Applied(3, 3, Applied.hash(3) + Applied.hash(4) + Applied.hash(9), true));
        assertThat(otherwise.digest()).isEqualTo(inOrder.digest());
    }

    @Test
    void tellsALostPositionATwiceAppliedOneAndAnotherOneApart() {
        assertThat(Applied.NOTHING.and(3).and(4).digest())
                .isNotEqualTo(Applied.NOTHING.and(3).digest())
                .isNotEqualTo(Applied.NOTHING.and(3).and(4).and(4).digest())
                .isNotEqualTo(Applied.NOTHING.and(2).and(5).digest());
    }

    @Test
    void findsThePositionThatTwoDigestsDifferIn() {
        // given
        Applied all = Applied.NOTHING.and(3).and(7_000_000_000L).and(9);
        Applied others = Applied.NOTHING.and(3).and(9);

        // then
        assertThat(Applied.position(all.digest() - others.digest())).isEqualTo(7_000_000_000L);
    }

    @Test
    void countsOnFromWhereAnEarlierVersionDidNot() {
        assertThat(Applied.UNKNOWN.and(12).and(13))
                .isEqualTo(new Applied(12, 2, Applied.hash(12) + Applied.hash(13), false));
    }
}
