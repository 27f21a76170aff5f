package dev.safar.standalone.demo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextTableTest {

    @Test
    void makesColumnsAsWideAsTheyNeedToBeAndPutsNumbersToTheRight() {
        // given
        TextTable table = new TextTable("journey", "entered", "how")
                .row("win-back", 1234, "completed 4")
                .row("x", 5L, "");

        // then
        assertThat(table.lines())
                .containsExactly("journey   entered  how", "win-back    1,234  completed 4", "x               5");
    }

    @Test
    void mayHaveHeadingsOnly() {
        assertThat(new TextTable("event", "count").lines()).containsExactly("event  count");
    }
}
