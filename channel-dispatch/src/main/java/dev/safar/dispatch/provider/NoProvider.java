package dev.safar.dispatch.provider;

/** Stands in for a channel that is not configured: refuses everything, so that the journey can fall back. */
public final class NoProvider<C extends Content> implements ChannelProvider<C> {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public Answer send(Envelope envelope, C content) {
        return new Answer.Refused("no-provider");
    }
}
