package dev.safar.dispatch.tracking;

import dev.safar.dispatch.Messages;
import org.junit.jupiter.api.Test;

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
}
