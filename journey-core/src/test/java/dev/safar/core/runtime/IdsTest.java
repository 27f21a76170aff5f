package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTest {

    private static final JourneyId CART = new JourneyId("cart");

    /** Released ids never change: a message asked for by one version must be recognised by the next. */
    @Test
    void theSameCauseGivesTheSameIdForEver() {
        RunId run = Ids.runStartedBy("ada", CART, "c1", "m1");

        assertThat(run).isEqualTo(new RunId("e4xvdioguzffedbx"));
        assertThat(Ids.message(run, new StepId("reminder"), 0, Channel.EMAIL))
                .isEqualTo(new MessageId("uvyhr2uytazivpnk32qa"));
        assertThat(Ids.offerCode(run, "back-5")).isEqualTo("BACK5-7W5KRF88");
    }

    @Test
    void partsDoNotRunTogether() {
        assertThat(Ids.runStartedBy("ada", CART, "c1", "2")).isNotEqualTo(Ids.runStartedBy("ada", CART, "c", "12"));
    }

    @Test
    void aSilenceIsNoEvent() {
        Instant due = Instant.parse("2026-03-01T09:00:00Z");

        assertThat(Ids.run("ada", CART, "", Ids.Cause.due("silence", due)))
                .isNotEqualTo(Ids.runStartedBy("ada", CART, "", due.toString()));
    }

    @Test
    void aCodeHasNoLettersThatCanBeMistaken() {
        for (int i = 0; i < 100; i++) {
            assertThat(Ids.offerCode(new RunId("r" + i), "back-5")).matches("BACK5-[2-9A-HJ-NP-Z]{8}");
        }
    }

    @Test
    void aCodeOfAnOfferWithoutLatinLettersIsJustItsOwnPart() {
        assertThat(Ids.offerCode(new RunId("r"), "تخفیف")).matches("[2-9A-HJ-NP-Z]{8}");
    }
}
