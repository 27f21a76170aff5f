package dev.safar.standalone.audit;

import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Topics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLetterBoxTest {

    private final DeadLetterBox box = new DeadLetterBox();

    @Test
    void aLetterAtATickIsOfACustomersTimer() {
        // given: a sweep at the tick at 7 failed for two, and what bob did at 8 was too large to be kept
        box.add(letter(7, "ada", null));
        box.add(letter(7, "eve", null));
        box.add(letter(8, "bob", null));
        box.add(letter(9, "tom", "e30="));

        // when
        box.tick(1, 6);
        box.tick(1, 7);
        box.tick(2, 8);

        // then
        assertThat(box.customers()).containsExactlyInAnyOrder("ada", "eve");
        assertThat(box.events(1)).containsExactlyInAnyOrder(7L, 8L, 9L);
    }

    @Test
    void aLetterAtATickThatCannotBeReadIsOfNobody() {
        // given
        box.add(letter(7, null, null));

        // when
        box.tick(1, 7);

        // then
        assertThat(box.customers()).isEmpty();
    }

    private static DeadLetter letter(long offset, String customer, String value) {
        return new DeadLetter(Topics.EVENTS, 1, offset, customer, "broken", Commands.T0, value);
    }
}
