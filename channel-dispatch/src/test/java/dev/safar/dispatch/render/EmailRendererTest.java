package dev.safar.dispatch.render;

import dev.safar.contracts.Definition;
import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.provider.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmailRendererTest {

    private static final String ENGLISH =
            """
            ---
            subject: "{{ customer.first_name }}, your cart"
            preheader: Still there
            ---
            <p>Hello {{ customer.first_name }},</p>
            <p>your cart at {{ shop.name }} is <a href="{{ run.start.cart_url }}">waiting</a>.</p>
            """;

    private static final String PERSIAN =
            """
            ---
            subject: "{{ customer.first_name }}، سبد خرید شما"
            ---
            <p>{{ offer.percent | fa_digits }}٪ تخفیف تا {{ offer.valid_until | jalali | fa_digits }}</p>
            """;

    private final TemplateStore store = new TemplateStore();
    private final EmailRenderer renderer = new EmailRenderer(store, Optional.empty());

    @Test
    void writesAnEnglishEmail() {
        // given
        workspace();
        template(Map.of("templates/reminder/email.en.liquid", ENGLISH));

        // when
        Content.Email email = render(
                "en",
                Map.of(
                        "customer", Map.of("first_name", "Ada"),
                        "run", Map.of("start", Map.of("cart_url", "https://shop.example/?a=1&b=2"))));

        // then
        assertThat(email)
                .isEqualTo(
                        new Content.Email(
                                "Ada, your cart",
                                "Hello Ada,\n\nyour cart at Roya & Co is waiting (https://shop.example/?a=1&b=2).",
                                """
                        <!doctype html>
                        <html lang="en" dir="ltr">
                        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ada, your cart</title></head>
                        <body dir="ltr">
                        <div style="display:none;max-height:0;overflow:hidden">Still there</div>
                        <p>Hello Ada,</p>
                        <p>your cart at Roya &amp; Co is <a href="https://shop.example/?a=1&amp;b=2">waiting</a>.</p>
                        </body>
                        </html>
                        """));
    }

    @Test
    void writesAPersianEmailFromRightToLeft() {
        // given
        workspace();
        template(Map.of("email.en.liquid", ENGLISH, "email.fa.liquid", PERSIAN));

        // when
        Content.Email email = render(
                "fa-IR",
                Map.of(
                        "customer", Map.of("first_name", "سارا"),
                        "offer", Map.of("percent", 10, "valid_until", "2026-11-24T20:45:00Z")));

        // then
        assertThat(email)
                .isEqualTo(
                        new Content.Email(
                                "سارا، سبد خرید شما",
                                "۱۰٪ تخفیف تا ۱۴۰۵/۰۹/۰۴",
                                """
                        <!doctype html>
                        <html lang="fa" dir="rtl">
                        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>سارا، سبد خرید شما</title></head>
                        <body dir="rtl">
                        <p>۱۰٪ تخفیف تا ۱۴۰۵/۰۹/۰۴</p>
                        </body>
                        </html>
                        """));
    }

    @Test
    void letsNobodyWriteMarkupIntoAnEmail() {
        // given
        template(Map.of(
                "email.en.liquid",
                "<p>{{ customer.first_name }}{{- customer.city | upcase -}}</p>{% raw %}{{ x }}{% endraw %}"));

        // when
        Content.Email email =
                render("en", Map.of("customer", Map.of("first_name", "<script>x</script>\"'", "city", "a<b")));

        // then
        assertThat(email.html()).contains("<p>&lt;script&gt;x&lt;/script&gt;&quot;&#39;A&lt;B</p>{{ x }}");
    }

    @Test
    void keepsHeadersOnOneLine() {
        // given
        template(Map.of("email.en.liquid", "---\nsubject: \"Hi {{ customer.first_name }}\"\n---\n<p>x</p>"));

        // when
        Content.Email email = render("en", Map.of("customer", Map.of("first_name", "Ada\r\nBcc: eve@example.com")));

        // then
        assertThat(email.subject()).isEqualTo("Hi Ada Bcc: eve@example.com");
    }

    @Test
    void makesAnHtmlAlternativeOfPlainText() {
        // given
        template(Map.of(
                "email.en.liquid", "Hello {{ customer.first_name }},\nsee https://shop.example/a?b=1&c=2.\n\nBye"));

        // when
        Content.Email email = render("en", Map.of("customer", Map.of("first_name", "<Ada>")));

        // then
        assertThat(email.text()).isEqualTo("Hello <Ada>,\nsee https://shop.example/a?b=1&c=2.\n\nBye");
        assertThat(email.html())
                .contains("<p>Hello &lt;Ada&gt;,<br>\nsee <a href=\"https://shop.example/a?b=1&amp;c=2\">"
                        + "https://shop.example/a?b=1&amp;c=2</a>.</p>\n<p>Bye</p>");
    }

    @Test
    void fallsBackFromTheCustomersLocaleToTheWorkspacesToAny() {
        // given
        workspace();
        template(Map.of("email.de.liquid", "German", "email.fa.liquid", "Persian", "sms.en.liquid", "English"));

        // then
        assertThat(render("de-AT", Map.of()).text()).isEqualTo("German");
        assertThat(render("fr", Map.of()).text()).isEqualTo("Persian");
        assertThat(render(null, Map.of()).text()).isEqualTo("Persian");
        assertThat(Locales.best(List.of("fr"), List.of("de", "en"))).contains("de");
    }

    @Test
    void saysWhyAMessageCannotBeWrittenWithoutQuotingIt() {
        // given
        template(Map.of("sms.en.liquid", "x", "email.en.liquid", "{% for i in (1..100000) %}{{ i }}{% endfor %}"));

        // then
        assertThatThrownBy(() -> render("en", Map.of())).hasMessage("render: liquid");
        template(Map.of("email.en.liquid", "{% if %}"));
        assertThatThrownBy(() -> render("en", Map.of())).hasMessage("render: syntax");
        template(Map.of("sms.en.liquid", "x"));
        assertThatThrownBy(() -> render("en", Map.of())).hasMessage("render: no email template in reminder");
    }

    private void workspace() {
        store.accept(new Definition(
                Definition.KIND_WORKSPACE,
                "workspace",
                "w1",
                Map.of("workspace.yaml", "locale: fa\nsenders: { email: shop@example.com }\nshop: { name: Roya & Co }"),
                Map.of(),
                Map.of()));
    }

    private void template(Map<String, String> files) {
        store.accept(new Definition(Definition.KIND_TEMPLATE, "reminder", "v1", files, null, null));
    }

    private Content.Email render(String locale, Map<String, Object> variables) {
        MessageCommand message = Messages.localized(Messages.email("m1"), locale, variables);
        return renderer.render(store.find("reminder", "v1").orElseThrow(), message);
    }
}
