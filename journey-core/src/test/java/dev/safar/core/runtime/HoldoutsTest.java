package dev.safar.core.runtime;

import dev.safar.core.model.Policies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HoldoutsTest {

    private static final int CUSTOMERS = 100_000;

    private static Holdouts holdouts(double share, String... except) {
        Policies none = Policies.NONE;
        return new Holdouts(new Policies(
                none.weekend(),
                none.quietHours(),
                none.caps(),
                none.topics(),
                Optional.of(new Policies.Holdout(share, Set.of(except))),
                none.offers()));
    }

    private static List<Integer> held(Holdouts holdouts) {
        return IntStream.range(0, CUSTOMERS)
                .filter(customer -> holdouts.holds("customer-" + customer, Optional.empty()))
                .boxed()
                .toList();
    }

    @ParameterizedTest(name = "{0} per cent")
    @ValueSource(doubles = {0, 0.1, 1, 5, 12.34, 50, 99.9, 100})
    void holdsItsShareOfAllCustomers(double share) {
        double held = held(holdouts(share)).size();

        assertThat(held / CUSTOMERS * 100).isCloseTo(share, within(0.2));
        if (share == 0 || share == 100) {
            assertThat(held).isEqualTo(share * CUSTOMERS / 100);
        }
    }

    @Test
    void aSmallerShareIsPartOfALargerOne() {
        assertThat(held(holdouts(5)))
                .containsAll(held(holdouts(4.99)))
                .hasSizeGreaterThan(held(holdouts(4.99)).size());
    }

    @Test
    void theSameCustomerGetsTheSameAnswerAlways() {
        // worked out once and for all: another machine or version must come to the same
        assertThat(held(holdouts(0.01)))
                .containsExactly(27142, 29580, 39126, 42744, 52425, 57106, 74650, 77054, 80107, 87695);
    }

    @Test
    void aTopicThatIsExceptedReachesAll() {
        Holdouts all = holdouts(100, "service");

        assertThat(all.holds("ada", Optional.of("service"))).isFalse();
        assertThat(all.holds("ada", Optional.of("promotions"))).isTrue();
        assertThat(all.holds("ada", Optional.empty())).isTrue();
    }
}
