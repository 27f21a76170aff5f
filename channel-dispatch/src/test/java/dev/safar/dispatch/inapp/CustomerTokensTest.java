package dev.safar.dispatch.inapp;

import dev.safar.dispatch.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerTokensTest {

    /** Of {@code سارا}, until 2100, by {@code hmac.new(secret, content, "sha256")} of Python. */
    private static final String FROM_A_SHOP = "2LPYp9ix2Kc.4102444800.VDw_i10Il3Z14SuanXvURzSRpWfZ93OQVM2_ykWOByU";

    private final CustomerTokens tokens = new CustomerTokens("a secret of some length");

    @Test
    void knowsTheCustomerOfATokenThatAShopMade() {
        assertThat(tokens.customer(FROM_A_SHOP, Messages.NOON)).contains("سارا");
    }

    @Test
    void makesTheTokensItKnowsUntilTheyEnd() {
        String token = tokens.issue("ada", Messages.NOON);

        assertThat(tokens.customer(token, Messages.NOON)).contains("ada");
        assertThat(tokens.customer(token, Messages.NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void takesNoTokenOfAnotherSecretOrCustomer() {
        String token = tokens.issue("ada", Messages.NOON);
        String otherCustomer = "YmVu" + token.substring(token.indexOf('.'));

        assertThat(new CustomerTokens("another secret of some length").customer(token, Messages.NOON))
                .isEmpty();
        assertThat(tokens.customer(otherCustomer, Messages.NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "YWRh", "YWRh.1", "YWRh.4102444800.", "YWRh.99999999999999.AAAA", "Y.4102444800.A"
            })
    void takesNothingElseForAToken(String text) {
        assertThat(tokens.customer(text, Messages.NOON)).isEmpty();
    }

    @Test
    void wantsASecretThatCannotBeGuessed() {
        assertThatThrownBy(() -> new CustomerTokens("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
