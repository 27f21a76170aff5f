package dev.safar.dispatch.render;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.provider.Content;
import java.util.Optional;

/** Notifications: {@code title} and {@code link} of the front matter, and the body. */
public final class PushRenderer implements ContentRenderer<Content.Push> {

    private final TemplateStore store;

    public PushRenderer(TemplateStore store) {
        this.store = store;
    }

    @Override
    public Content.Push render(CompiledTemplate template, MessageCommand message) {
        Rendering rendering = Rendering.of(template, message, store.workspace());
        Optional<String> link = Optional.of(rendering.field("link")).filter(text -> !text.isEmpty());
        return new Content.Push(rendering.field("title"), rendering.text(), link);
    }
}
