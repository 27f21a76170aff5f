package dev.safar.standalone.mailbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    @Test
    void keepsWhatIsReadAndDropsWhatIsNot() {
        String text = PlainText.of(
                """
                <html><head><title>x</title><style>p { color: red }</style></head>
                <body><!-- note --><h1>سلام آدا</h1>
                <p>5&nbsp;&lt; 10 &amp; more,
                same line<br>next</p></body></html>
                """);

        assertThat(text).isEqualTo("سلام آدا\n5 < 10 & more, same line\nnext");
    }
}
