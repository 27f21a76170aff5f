package dev.safar.dispatch.lane;

import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what it was asked to send, and answers as told. */
final class RecordingProvider implements ChannelProvider<Content.Email> {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Envelope, Answer> answering =
            envelope -> new Answer.Accepted("p-" + envelope.message().messageId());
    private volatile boolean available = true;

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Answer send(Envelope envelope, Content.Email content) {
        asked.add(envelope.message().messageId());
        return answering.apply(envelope);
    }

    @Override
    public boolean available() {
        return available;
    }

    void answer(Function<Envelope, Answer> how) {
        answering = how;
    }

    void available(boolean now) {
        available = now;
    }

    /** Message ids in the order of the calls. */
    List<String> asked() {
        return List.copyOf(asked);
    }
}
