package dev.safar.dispatch.provider;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumbersTest {

    private final PhoneNumbers iranian = new PhoneNumbers("IR");

    @Test
    void writesNumbersInE164HoweverTheyWereTyped() {
        assertThat(List.of("+989121234567", "0912 123 4567", "۰۹۱۲۱۲۳۴۵۶۷", "00989121234567").stream()
                        .map(iranian::e164))
                .allMatch(Optional.of("+989121234567")::equals);
        assertThat(iranian.e164("+44 20 7946 0958")).contains("+442079460958");
    }

    @Test
    void refusesWhatCannotBeANumber() {
        assertThat(iranian.e164("ada@example.com")).isEmpty();
        assertThat(iranian.e164("12")).isEmpty();
        assertThat(new PhoneNumbers("").e164("09121234567")).isEmpty();
    }

    @Test
    void writesNumbersAsTheCountryItselfDoes() {
        assertThat(iranian.nationalIn("IR", "+989121234567")).contains("09121234567");
        assertThat(iranian.nationalIn("IR", "+442079460958")).contains("+442079460958");
    }
}
