package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SharesTest {

    private static final JourneyId JOURNEY = new JourneyId("halves");
    private static final Step.Arm MAIL = new Step.Arm("mail", 50, 1);
    private static final Step.Arm WAIT = new Step.Arm("wait", 30, 2);
    private static final Step.Arm NOTHING = new Step.Arm("nothing", 20, 3);

    /** Computed in another language: SHA-256 over each part with its length in four bytes, its first eight bytes mod 10000. */
    @ParameterizedTest
    @CsvSource({
        "ada, 6634, nothing",
        "bob, 3079, mail",
        "کاربر-۷, 1939, mail",
        "'', 7916, wait",
        "9f1c2d3e-0000-4000-8000-0000000000ff, 4323, mail"
    })
    void aCustomerHasTheSamePlaceForEver(String customer, int place, String arm) {
        assertThat(Shares.place("split", customer, "halves", "test")).isEqualTo(place);
        assertThat(arm(customer, MAIL, WAIT, NOTHING)).isEqualTo(arm);
    }

    @Property(tries = 200)
    void theOrderInTheFileIsOfNoMatter(@ForAll String customer) {
        assertThat(arm(customer, NOTHING, MAIL, WAIT)).isEqualTo(arm(customer, MAIL, WAIT, NOTHING));
    }

    @Test
    void eachBranchGetsItsShare() {
        Map<String, Long> counts = IntStream.range(0, 20_000)
                .mapToObj(number -> arm("customer-" + number, MAIL, WAIT, NOTHING))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts.get("mail")).isCloseTo(10_000, within(300L));
        assertThat(counts.get("wait")).isCloseTo(6_000, within(300L));
        assertThat(counts.get("nothing")).isCloseTo(4_000, within(300L));
    }

    @Test
    void anotherStepDividesAnew() {
        Step.Split other = new Step.Split(new StepId("other"), List.of(MAIL, WAIT, NOTHING));

        long alike = IntStream.range(0, 10_000)
                .mapToObj(number -> "customer-" + number)
                .filter(customer ->
                        Shares.arm(other, customer, JOURNEY).name().equals(arm(customer, MAIL, WAIT, NOTHING)))
                .count();

        assertThat(alike).isCloseTo(3_800, within(300L)); // 50 % of 50 %, 30 % of 30 % and 20 % of 20 %
    }

    private static String arm(String customer, Step.Arm... arms) {
        return Shares.arm(new Step.Split(new StepId("test"), List.of(arms)), customer, JOURNEY)
                .name();
    }
}
