package dev.safar.benchmarks.http;

import dev.safar.benchmarks.process.Service;
import dev.safar.benchmarks.process.Stage;
import dev.safar.benchmarks.report.Distribution;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many requests the event service takes over HTTP, answered when the broker has the events. */
public final class Ingest {

    private static final String KEY = "bench-key";
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((KEY + ":").getBytes(StandardCharsets.UTF_8));
    private static final int CALLS_IN_BATCH = 50;

    // Single calls meet most of the code, and the compiler needs its time for it on processors that have other work
    // too.
    private static final Duration WARM_UP_BATCHES = Duration.ofSeconds(3);
    private static final Duration WARM_UP_SINGLES = Duration.ofSeconds(12);
    private static final Duration SINGLES = Duration.ofSeconds(6);
    private static final Duration BATCHES = Duration.ofSeconds(4);

    private static final double MICROS_PER_SECOND = 1e6;

    private final Path folder;

    public Ingest(Path folder) {
        this.folder = folder;
    }

    /** Of one kind of request. */
    public record Result(
            String requests,
            double requestsPerSecond,
            double eventsPerSecond,
            double cpuMicrosPerEvent,
            Distribution millis) {}

    /** Measures single calls and batches. */
    public Section run() throws InterruptedException {
        try (Stage stage = Stage.open(folder);
                Service service = Service.start("event-ingest", stage, Map.of("safar.ingest.write-keys", KEY))) {
            URI single = service.address().resolve("/v1/track");
            URI batch = service.address().resolve("/v1/batch");
            IntFunction<byte[]> singles = number -> Connection.post(single, AUTHORIZATION, call(number));
            IntFunction<byte[]> batches = number -> Connection.post(batch, AUTHORIZATION, batch(number));
            HttpLoad.run(service.address(), WARM_UP_BATCHES, batches);
            HttpLoad.run(service.address(), WARM_UP_SINGLES, singles);
            return section(List.of(
                    measure("single calls", 1, SINGLES, singles, service),
                    measure("batches of " + CALLS_IN_BATCH, CALLS_IN_BATCH, BATCHES, batches, service)));
        }
    }

    private static Result measure(String name, int callsEach, Duration time, IntFunction<byte[]> each, Service service)
            throws InterruptedException {
        Duration before = service.cpu();
        HttpLoad.Result result = HttpLoad.run(service.address(), time, each);
        double seconds = service.cpu().minus(before).toNanos() / (MICROS_PER_SECOND * 1e3);
        double events = (double) result.requests() * callsEach;
        return new Result(
                name,
                result.perSecond(),
                result.perSecond() * callsEach,
                seconds * MICROS_PER_SECOND / events,
                result.millis());
    }

    private static String batch(int number) {
        return IntStream.range(0, CALLS_IN_BATCH)
                .mapToObj(i -> call(number * CALLS_IN_BATCH + i))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }

    private static String call(int number) {
        return String.format(
                Locale.ROOT,
                """
                {"type":"track","event":"Product Added","userId":"customer-%d","messageId":"bench-%d","properties":{"cart_id":"cart-%d",\
                "product_id":"product-%d","sku":"sku-%d","name":"A pair of shoes","category":"shoes","price":59.9,"cart_total":59.9,\
                "quantity":1,"currency":"EUR"},"context":{"locale":"en-US","page":{"path":"/","url":"https://shop.example/"}}}""",
                number % 100_000,
                number,
                number,
                number % 20_000,
                number % 20_000);
    }

    private static Section section(List<Result> results) {
        var grid = new Grid("ingest", "requests/s", "events/s", "CPU µs/event", "p50 ms", "p99 ms", "max ms");
        results.forEach(result -> grid.row(
                result.requests(),
                Numbers.whole(result.requestsPerSecond()),
                Numbers.whole(result.eventsPerSecond()),
                Numbers.one(result.cpuMicrosPerEvent()),
                Numbers.one(result.millis().p50()),
                Numbers.one(result.millis().p99()),
                Numbers.one(result.millis().max())));
        return new Section("ingest", grid.text(), results);
    }
}
