package dev.safar.benchmarks.http;

import dev.safar.benchmarks.report.Distribution;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Sends requests as quickly as they are answered, so many at a time, for so long. */
final class HttpLoad {

    private static final int AT_ONCE = 32;
    private static final int FIRST_FAILURE = 300;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final URI service;
    private final IntFunction<byte[]> requests;
    private final long until;
    private final AtomicInteger sent = new AtomicInteger();
    private final Collection<Double> millis = new ConcurrentLinkedQueue<>();

    private HttpLoad(URI service, IntFunction<byte[]> requests, long until) {
        this.service = service;
        this.requests = requests;
        this.until = until;
    }

    /** How it went. */
    record Result(int requests, double perSecond, Distribution millis) {}

    /**
     * Returns when the time is up and all are answered.
     *
     * @param requests by their number, as {@link Connection#exchange} takes them
     * @throws IllegalStateException if one was not answered, or refused
     */
    static Result run(URI service, Duration time, IntFunction<byte[]> requests) throws InterruptedException {
        long began = System.nanoTime();
        var load = new HttpLoad(service, requests, began + time.toNanos());
        load.send();
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        int answered = load.millis.size();
        return new Result(answered, answered / seconds, Distribution.of(load.millis));
    }

    private void send() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> senders = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                senders.add(this::sendOneByOne);
            }
            for (Future<Void> sender : threads.invokeAll(senders)) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(service + " does not answer as it should", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private Void sendOneByOne() throws IOException {
        try (Connection connection = Connection.open(service)) {
            while (System.nanoTime() < until) {
                byte[] request = requests.apply(sent.getAndIncrement());
                long began = System.nanoTime();
                int status = connection.exchange(request);
                millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
                if (status >= FIRST_FAILURE) {
                    throw new IOException("a request was answered with " + status);
                }
            }
        }
        return null;
    }
}
