package dev.safar.dispatch.render;

import dev.safar.contracts.Definition;
import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.provider.Content;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OtherRenderersTest {

    private final TemplateStore store = new TemplateStore();

    @Test
    void writesTextMessagesAsTheyAreWritten() {
        // given
        template("sms.fa.liquid", "{{ customer.first_name }} عزیز، کد شما: {{ offer.code }}\n");

        // when
        Content.Sms sms = new SmsRenderer(store).render(template(), message("sms", "fa"));

        // then
        assertThat(sms).isEqualTo(new Content.Sms("A&B عزیز، کد شما: X1"));
    }

    @Test
    void writesNotificationsWithTheirLink() {
        // given
        template(
                "push.en.liquid",
                "---\ntitle: Hi {{ customer.first_name }}\nlink: https://s.example/{{ offer.code }}\n---\nBody");

        // when
        Content.Push push = new PushRenderer(store).render(template(), message("push", "en"));

        // then
        assertThat(push).isEqualTo(new Content.Push("Hi A&B", "Body", Optional.of("https://s.example/X1")));
    }

    @Test
    void writesMessagesInTheShopAsTextInTheirDirection() {
        // given
        template(
                "inapp.fa.liquid",
                "---\ntitle: سلام\nlink: https://s.example/\ndisplay: popup\n---\n<b>{{ offer.code }}</b>");

        // when
        Content.InApp inApp = new InAppRenderer(store).render(template(), message("inapp", "fa"));

        // then
        assertThat(inApp)
                .isEqualTo(new Content.InApp(
                        "سلام",
                        "<b>X1</b>",
                        Optional.of("https://s.example/"),
                        Content.Display.POPUP,
                        new Content.Language("fa", true)));
    }

    @Test
    void showsMessagesInTheirPlaceUnlessToldOtherwise() {
        // given
        template("inapp.en.liquid", "Body");

        // then
        assertThat(new InAppRenderer(store)
                        .render(template(), message("inapp", "en"))
                        .display())
                .isEqualTo(Content.Display.INLINE);
        template("inapp.en.liquid", "---\ndisplay: banner\n---\nBody");
        assertThatThrownBy(() -> new InAppRenderer(store).render(template(), message("inapp", "en")))
                .isInstanceOf(RenderException.class)
                .hasMessage("render: display");
    }

    private void template(String file, String text) {
        store.accept(new Definition(Definition.KIND_TEMPLATE, "reminder", "v1", Map.of(file, text), null, null));
    }

    private CompiledTemplate template() {
        return store.find("reminder", "v1").orElseThrow();
    }

    private static MessageCommand message(String channel, String locale) {
        return Messages.localized(
                Messages.message("m1", "ada", channel, "to", null),
                locale,
                Map.of("customer", Map.of("first_name", "A&B"), "offer", Map.of("code", "X1")));
    }
}
