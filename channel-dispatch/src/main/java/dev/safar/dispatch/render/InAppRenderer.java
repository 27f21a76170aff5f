package dev.safar.dispatch.render;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.provider.Content;
import java.util.Optional;

/** Messages in the shop: {@code title}, {@code link} and {@code display} of the front matter, and the body as text. */
public final class InAppRenderer implements ContentRenderer<Content.InApp> {

    private final TemplateStore store;

    public InAppRenderer(TemplateStore store) {
        this.store = store;
    }

    @Override
    public Content.InApp render(CompiledTemplate template, MessageCommand message) {
        Rendering rendering = Rendering.of(template, message, store.workspace());
        String locale = rendering.template().locale();
        return new Content.InApp(
                rendering.field("title"),
                rendering.text(),
                Optional.of(rendering.field("link")).filter(text -> !text.isEmpty()),
                display(rendering.field("display")),
                new Content.Language(locale.replace('_', '-'), Locales.rightToLeft(locale)));
    }

    private static Content.Display display(String field) {
        return switch (field) {
            case "", "inline" -> Content.Display.INLINE;
            case "popup" -> Content.Display.POPUP;
            default -> throw new RenderException("display");
        };
    }
}
