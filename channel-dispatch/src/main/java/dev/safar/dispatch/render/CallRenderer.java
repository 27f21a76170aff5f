package dev.safar.dispatch.render;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.provider.Content;
import java.util.Map;

/** Calls of other systems: the message's variables as they are. */
public final class CallRenderer implements ContentRenderer<Content.Call> {

    @Override
    public Content.Call render(CompiledTemplate template, MessageCommand message) {
        return new Content.Call(message.variables() == null ? Map.of() : message.variables());
    }
}
