package dev.safar.benchmarks.http;

import dev.safar.benchmarks.report.Distribution;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Sends requests as quickly as they are answered, so many at a time. */
final class HttpLoad {

    private static final int AT_ONCE = 32;
    private static final int FIRST_FAILURE = 300;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private HttpLoad() {}

    /** How it went. */
    record Result(double perSecond, Distribution millis) {}

    /**
     * Returns when all are answered.
     *
     * @throws IllegalStateException if one was not answered, or refused
     */
    static Result run(int requests, IntFunction<HttpRequest> each) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Collection<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicLong failures = new AtomicLong();
        var slots = new Semaphore(AT_ONCE);
        long began = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            slots.acquire();
            long sent = System.nanoTime();
            var unused = client.sendAsync(each.apply(i), BodyHandlers.discarding())
                    .whenComplete((response, failure) -> {
                        millis.add((System.nanoTime() - sent) / NANOS_PER_MILLI);
                        failures.addAndGet(failed(response, failure) ? 1 : 0);
                        slots.release();
                    });
        }
        slots.acquire(AT_ONCE);
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        if (failures.get() > 0) {
            throw new IllegalStateException(failures.get() + " of " + requests + " requests were refused");
        }
        return new Result(requests / seconds, Distribution.of(millis));
    }

    private static boolean failed(HttpResponse<Void> response, Throwable failure) {
        return failure != null || response.statusCode() >= FIRST_FAILURE;
    }
}
