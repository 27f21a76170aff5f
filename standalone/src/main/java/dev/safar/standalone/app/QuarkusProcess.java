package dev.safar.standalone.app;

import io.quarkus.runtime.Quarkus;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Quarkus with ingest, engine and dispatch in it, on a thread of its own. */
final class QuarkusProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "safar-quarkus");

    private QuarkusProcess() {}

    /**
     * Starts it and waits until it listens.
     *
     * @throws StartFailure if it does not within a minute
     */
    static QuarkusProcess start(Map<String, String> settings, Handover handover) {
        settings.forEach(System::setProperty);
        Handover.set(handover);
        QuarkusProcess process = new QuarkusProcess();
        process.thread.start();
        process.awaitStart(handover.started());
        return process;
    }

    /** Completes when it has ended, for whatever reason. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        if (!ended.isDone()) {
            Quarkus.asyncExit(0);
        }
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Quarkus.run(StandaloneApplication.class, (code, failure) -> end(failure));
            ended.complete(null);
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private void end(Throwable failure) {
        if (failure == null) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(failure);
        }
    }

    private void awaitStart(CompletableFuture<Void> started) {
        try {
            CompletableFuture.anyOf(started, ended).get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StartFailure("Quarkus did not start within " + START_LIMIT.toSeconds() + " s", e);
        } catch (ExecutionException | CompletionException e) {
            throw new StartFailure("Quarkus could not start: " + rootCause(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while starting", e);
        }
        if (!started.isDone()) {
            throw new StartFailure("Quarkus stopped while starting");
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
