package dev.safar.dispatch.provider;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookSignatureTest {

    @Test
    void agreesWithTheKnownAnswerOfStandardWebhooks() {
        assertThat(new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void takesAnyOtherTextAsItIsUnlessItIsShort() {
        assertThat(new WebhookSignature("a secret of some length").of("m1", 1, "{}"))
                .startsWith("v1,");
        assertThatThrownBy(() -> new WebhookSignature("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the secret of webhooks needs at least 16 bytes");
    }
}
