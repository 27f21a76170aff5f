package dev.safar.dispatch.render;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.provider.Content;

/** Text messages: the body as it is written. */
public final class SmsRenderer implements ContentRenderer<Content.Sms> {

    private final TemplateStore store;

    public SmsRenderer(TemplateStore store) {
        this.store = store;
    }

    @Override
    public Content.Sms render(CompiledTemplate template, MessageCommand message) {
        return new Content.Sms(
                Rendering.of(template, message, store.workspace()).text());
    }
}
