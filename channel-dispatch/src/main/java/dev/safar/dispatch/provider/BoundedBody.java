package dev.safar.dispatch.provider;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Reads a body as UTF-8 up to a size and a time; of a larger one nothing is kept, and the rest is not waited for. */
final class BoundedBody implements HttpResponse.BodySubscriber<Optional<String>> {

    private final CompletableFuture<Optional<String>> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final int limit;
    private final long until;
    private volatile Flow.Subscription subscription;

    /** @param until by {@link System#nanoTime}; a body that is not complete by then is a timeout */
    BoundedBody(int limit, long until) {
        this.limit = limit;
        this.until = until;
    }

    @Override
    public CompletionStage<Optional<String>> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        long left = Math.max(1, until - System.nanoTime());
        var unused = body.orTimeout(left, TimeUnit.NANOSECONDS).whenComplete((text, failure) -> {
            if (failure != null) {
                given.cancel();
            }
        });
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            if (read.size() + bytes.length > limit) {
                subscription.cancel();
                body.complete(Optional.empty());
                return;
            }
            read.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(Optional.of(read.toString(StandardCharsets.UTF_8)));
    }
}
