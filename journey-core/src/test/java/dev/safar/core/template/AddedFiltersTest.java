package dev.safar.core.template;

import dev.safar.core.model.Channel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddedFiltersTest {

    @Test
    void areKnownBesideThoseOfLiquid() {
        // when
        TemplateReading reading = TemplateReader.read(
                "templates/offer/sms.fa.liquid",
                Channel.SMS,
                "{{ offer.percent | fa_digits }} {{ offer.valid_until | jalali | fa_digits }}");

        // then
        assertThat(reading.flaws()).isEmpty();
        assertThat(reading.uses().stream().map(TemplateReading.Use::path))
                .containsExactly("offer.percent", "offer.valid_until");
    }
}
