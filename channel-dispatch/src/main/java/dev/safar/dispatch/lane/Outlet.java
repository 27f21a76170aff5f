package dev.safar.dispatch.lane;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.policy.RateLimit;
import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import dev.safar.dispatch.render.CompiledTemplate;
import dev.safar.dispatch.render.ContentRenderer;
import java.time.Duration;

/** One channel: how its messages are written, who takes them, and how fast. */
public record Outlet<C extends Content>(
        String channel, ContentRenderer<C> renderer, ChannelProvider<C> provider, RateLimit limit) {

    private static final Duration WHILE_CLOSED = Duration.ofMillis(100);

    /** Zero if a message may be handed over now, else after which time to ask again. */
    Duration gate() {
        return provider.available() ? limit.take() : WHILE_CLOSED;
    }

    Prepared prepare(CompiledTemplate template, MessageCommand message) {
        C content = renderer.render(template, message);
        return envelope -> provider.send(envelope, content);
    }

    /** A message that is written and only needs to be handed over. */
    @FunctionalInterface
    interface Prepared {
        Answer send(Envelope envelope);
    }
}
