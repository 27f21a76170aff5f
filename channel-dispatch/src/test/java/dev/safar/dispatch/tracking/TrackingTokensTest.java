package dev.safar.dispatch.tracking;

import dev.safar.dispatch.Messages;
import dev.safar.dispatch.tracking.TrackingTokens.Tracked;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrackingTokensTest {

    private static final MessageRef MESSAGE = MessageRef.of(Messages.email("m1"));

    private final TrackingTokens tokens = new TrackingTokens("a secret of some length");

    @Test
    void readsBackWhatItSigned() {
        assertThat(tokens.read(tokens.issue(MESSAGE))).contains(new Tracked(MESSAGE, Optional.empty()));
        assertThat(tokens.read(tokens.issue(MESSAGE, "https://shop.example/?a=1&b=سفر")))
                .contains(new Tracked(MESSAGE, Optional.of("https://shop.example/?a=1&b=سفر")));
    }

    @Test
    void acceptsNothingThatWasChanged() {
        // given
        String token = tokens.issue(MESSAGE, "https://shop.example/");
        String other = tokens.issue(MESSAGE, "https://evil.example/");
        String swapped = other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'));

        // then
        assertThat(tokens.read(swapped)).isEmpty();
        assertThat(tokens.read(token.substring(0, token.indexOf('.') + 1))).isEmpty();
        assertThat(tokens.read("no token")).isEmpty();
        assertThat(tokens.read("!.!")).isEmpty();
        assertThat(tokens.read("")).isEmpty();
    }

    @Test
    void acceptsNothingSignedWithAnotherSecret() {
        assertThat(tokens.read(new TrackingTokens("another secret, as long").issue(MESSAGE)))
                .isEmpty();
    }

    @Test
    void insistsOnASecretThatCannotBeGuessed() {
        assertThatThrownBy(() -> new TrackingTokens("short")).hasMessageContaining("at least 16 characters");
    }
}
