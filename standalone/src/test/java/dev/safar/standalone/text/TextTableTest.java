package dev.safar.standalone.text;

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

    @Test
    void leavesCellsOfANumericColumnEmpty() {
        // given
        TextTable table = new TextTable("step", "sent").row("wait", "").row("send", 12);

        // then
        assertThat(table.lines()).containsExactly("step  sent", "wait", "send    12");
    }

    @Test
    void measuresTextsOfAllScriptsAsATerminalShowsThem() {
        // given
        TextTable table = new TextTable("journey", "how")
                .row("سبدِ خرید", "x") // a vowel sign that takes no room
                .row("购物车", "y")
                .row("🛒 cart", "z");

        // then
        assertThat(table.lines()).containsExactly("journey   how", "سبدِ خرید  x", "购物车    y", "🛒 cart   z");
    }
}
