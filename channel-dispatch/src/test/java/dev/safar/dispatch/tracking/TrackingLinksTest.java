package dev.safar.dispatch.tracking;

import dev.safar.dispatch.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrackingLinksTest {

    private static final MessageRef MESSAGE = MessageRef.of(Messages.email("m1"));

    private final TrackingTokens tokens = new TrackingTokens("a secret of some length");
    private final TrackingLinks links = new TrackingLinks(tokens, "https://t.example");

    @Test
    void sendsLinksThroughTheRedirectAndAddsAPixel() {
        // when
        String tracked = links.track(
                "<body><a class='b' href=\"https://shop.example/?a=1&amp;b=2\">buy</a>"
                        + "<a href='http://shop.example'>shop</a><a href=\"mailto:a@b.example\">write</a></body>",
                MESSAGE);

        // then
        assertThat(tracked)
                .isEqualTo("<body><a class='b' href=\"https://t.example/t/c/"
                        + tokens.issue(MESSAGE, "https://shop.example/?a=1&b=2")
                        + "\">buy</a><a href=\"https://t.example/t/c/"
                        + tokens.issue(MESSAGE, "http://shop.example")
                        + "\">shop</a><a href=\"mailto:a@b.example\">write</a>"
                        + "<img src=\"https://t.example/t/o/" + tokens.issue(MESSAGE)
                        + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:none\"></body>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/orders/A 17/goes-with",
                "https://shop.example/?a|b",
                "https://shop.example/{id}",
                "https://shop.example/100%",
                "https://",
                "https:///cart"
            })
    void leavesLinksAsTheyAreThatARedirectCannotLeadTo(String url) {
        // given
        String link = "<a href=\"" + url + "\">$1</a>";

        // then
        assertThat(links.track(link, MESSAGE)).startsWith(link);
    }

    @Test
    void leavesLinksAsTheyAreThatWouldBeTooLongAsATokenOrWouldBeRefusedAsOne() {
        // given
        String shorter = "https://shop.example/" + "a".repeat(2_500);
        String longer = "https://shop.example/" + "a".repeat(3_000);

        // when
        String tracked = links.track("<a href=\"" + shorter + "\">a</a><a href=\"" + longer + "\">b</a>", MESSAGE);

        // then
        assertThat(tokens.read(tokens.issue(MESSAGE, shorter))).isPresent();
        assertThat(tracked)
                .startsWith("<a href=\"https://t.example/t/c/" + tokens.issue(MESSAGE, shorter) + "\">a</a><a href=\""
                        + longer + "\">b</a>");
    }

    @Test
    void leadsToWhatTheEscapedLinkSays() {
        assertThat(links.track(
                        "<a href=\"https://shop.example/?q=O&#39;Hara&amp;a=&amp;lt;&#x28;&#0;&x;\">a</a>", MESSAGE))
                .startsWith("<a href=\"https://t.example/t/c/"
                        + tokens.issue(MESSAGE, "https://shop.example/?q=O'Hara&a=&lt;(&#0;&x;")
                        + "\">a</a>");
    }
}
