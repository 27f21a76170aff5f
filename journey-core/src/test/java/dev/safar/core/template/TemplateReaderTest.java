package dev.safar.core.template;

import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import dev.safar.core.model.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{{ customer.first_name }} ~ customer.first_name",
                "{{ customer['first_name'] | default: shop.name }} ~ customer.first_name shop.name",
                "{{ customer.address.city }} ~ customer.address.city",
                "{{ run.start.products[0].name }} ~ run.start.products",
                "{{ run.start.products.first.name }} {{ run.start.products.size }} ~ run.start.products run.start.products",
                "{% for p in run.start.products %}{{ p.name }}{{ forloop.index }}{% endfor %} ~ run.start.products",
                "{% for i in (1..3) %}{{ i }}{% endfor %}{{ run.key }} ~ run.key",
                "{% assign x = customer.a | append: offer.code %}{{ x }} ~ customer.a offer.code",
                "{% capture y %}{{ shop.name }}{% endcapture %}{{ y }} ~ shop.name",
                "{% if customer.a == 'x' and offer.percent > 5 %}{{ run.key }}{% elsif customer.b %}{% else %}{{ shop.url }}{% endif %}"
                        + " ~ customer.a offer.percent run.key customer.b shop.url",
                "{% case customer.a %}{% when 'x' %}{{ run.key }}{% endcase %} ~ customer.a run.key",
                "{% unless customer.a %}x{% endunless %} ~ customer.a",
                "{% comment %}{{ nothing }}{% endcomment %}{% raw %}{{ nothing }}{% endraw %}{{ run.key }} ~ run.key",
                "{{ offer.valid_until | date: '%d %B' }} سلام ~ offer.valid_until"
            })
    void findsTheVariablesThatComeFromOutside(String text, String expected) {
        TemplateReading reading = TemplateReader.read("sms.en.liquid", Channel.SMS, text);

        assertThat(reading.flaws()).isEmpty();
        assertThat(reading.uses())
                .extracting(TemplateReading.Use::path)
                .containsExactlyElementsOf(List.of(expected.split(" ", -1)));
    }

    @Test
    void readsFrontMatterWithItsVariablesWhateverTheLineEnds() {
        String text = "\uFEFF---\r\nsubject: \"سلام {{ customer.first_name }}\"\r\n---\r\n\r\n<b>{{ run.key }}</b>\r\n";

        TemplateReading reading = TemplateReader.read("email.fa.liquid", Channel.EMAIL, text);

        assertThat(reading)
                .isEqualTo(new TemplateReading(
                        List.of(
                                new TemplateReading.Use("customer.first_name", new Location("email.fa.liquid", 2, 19)),
                                new TemplateReading.Use("run.key", new Location("email.fa.liquid", 5, 7))),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Hi {{ custmer.name }} ~ t:1:7 there is no variable 'custmer'; did you mean 'customer'?",
                "Hi {{ offer.cod }} ~ t:1:7 'offer' has no 'cod'; did you mean 'code'?",
                "{% for p in run.start.products %}{% endfor %}{{ p.name }} ~ t:1:49 there is no variable 'p'; known are customer, run, offer, shop, with",
                "{{ customer }} ~ t:1:4 'customer' alone says nothing; name a field, as in customer.name",
                "{{ run.key | upcas }} ~ t:1:14 there is no filter 'upcas'; did you mean 'upcase'?",
                "{% fro x %} ~ t:1:4 there is no tag 'fro'; check its spelling",
                "{% if run.key %} ~ t:1:17 the template ends inside a tag or block; close it",
                "{% include 'x' %} ~ t:1:1 templates can't include others; write the text out",
                "{% increment x %} ~ t:1:4 the tag 'increment' is not read here; use assign"
            })
    void saysWhatIsWrongAtItsPlace(String text, String expected) {
        TemplateReading reading = TemplateReader.read("t", Channel.SMS, text);

        assertThat(reading.flaws())
                .extracting(flaw -> flaw.where() + " " + flaw.message())
                .containsExactly(expected);
    }

    @Test
    void refusesWhatWouldTakeLong() {
        TemplateReading reading = TemplateReader.read("t", Channel.SMS, "{% if run.key %}".repeat(10_000));

        assertThat(reading.flaws()).hasSize(1);
    }

    @Test
    void aMessageInTheShopMayHaveATitleALinkAndAPlace() {
        String text = "---\ntitle: Hello\nlink: /new\ndisplay: popup\nsubject: no\n---\nText";

        TemplateReading reading = TemplateReader.read("inapp.en.liquid", Channel.INAPP, text);

        assertThat(reading.flaws()).extracting(Flaw::where).containsExactly(new Location("inapp.en.liquid", 5, 1));
    }

    @Test
    void refusesATemplateThatIsTooLongWithoutReadingIt() {
        // given
        String text = "{{ customer.first_name }} ".repeat(500_000);

        // when
        TemplateReading reading = TemplateReader.read("sms.en.liquid", Channel.SMS, text);

        // then
        assertThat(reading)
                .isEqualTo(new TemplateReading(
                        List.of(),
                        List.of(new Flaw(
                                new Location("sms.en.liquid", 1, 1),
                                "liquid-syntax",
                                "the template is longer than 100000 characters; shorten it"))));
    }
}
