package dev.safar.dispatch.inapp;

import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import dev.safar.dispatch.provider.Shelved;
import java.time.Duration;
import java.util.Locale;

/** Lets messages wait on the shelf, as long as there is room. */
public final class InAppProvider implements ChannelProvider<Content.InApp> {

    private final Shelf shelf;
    private final Duration keep;

    /** Nothing waits longer than that. */
    public InAppProvider(Shelf shelf, Duration keep) {
        this.shelf = shelf;
        this.keep = keep;
    }

    @Override
    public String name() {
        return "inapp";
    }

    @Override
    public Answer send(Envelope envelope, Content.InApp content) {
        if (shelf.full()) {
            return new Answer.Refused("shelf-full");
        }
        Duration wait =
                envelope.validFor().filter(left -> left.compareTo(keep) < 0).orElse(keep);
        return new Answer.Kept(new Shelved(
                envelope.message(),
                content.title(),
                content.text(),
                content.link().orElse(null),
                content.display().name().toLowerCase(Locale.ROOT),
                content.language().locale(),
                content.language().rightToLeft(),
                envelope.sentAt().plus(wait)));
    }
}
