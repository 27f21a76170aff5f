package dev.safar.core.scenario;

import dev.safar.core.definition.ScenarioLanguage;
import dev.safar.core.runtime.ReceiptEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the tables of scenarios to what can be played. */
class ScenarioLanguageTest {

    @Test
    void everythingThatCanBeExpectedIsInTheTable() {
        assertThat(ScenarioLanguage.kindsOfExpected())
                .containsExactlyElementsOf(Arrays.stream(Happening.Kind.values())
                        .map(Happening.Kind::key)
                        .toList());
    }

    @Test
    void everythingThatCanHappenIsInTheTable() {
        List<String> kinds = new ArrayList<>(List.of("event", "identify", "answered"));
        kinds.addAll(ReceiptEvents.kinds());

        assertThat(ScenarioLanguage.kindsOfGiven()).containsExactlyElementsOf(kinds);
    }
}
