package dev.safar.dispatch.render;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.provider.Content;

/** Turns a template and a message's variables into what the customer will see. */
public interface ContentRenderer<C extends Content> {

    /**
     * Renders one message.
     *
     * @throws RenderException if that can never succeed
     */
    C render(CompiledTemplate template, MessageCommand message);
}
