package dev.safar.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One of the services as it is deployed, in a process of its own, which ends with this one. */
public final class Service implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int STOP_SECONDS = 30;
    private static final int READY = 200;

    private final Process process;
    private final URI address;
    private final Path log;

    private Service(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts a module's service and waits until it is ready.
     *
     * @param module whose program has been built
     * @param settings beside broker and port
     * @throws IllegalStateException if it is not ready within a minute
     */
    public static Service start(String module, Stage stage, Map<String, String> settings) throws InterruptedException {
        Path program = Path.of(System.getProperty("safar.home", "."), module, "target/quarkus-app/quarkus-run.jar");
        if (Files.notExists(program)) {
            throw new IllegalStateException("there is no " + program + "; safar bench builds it");
        }
        URI address = URI.create("http://127.0.0.1:" + stage.freePort());
        Map<String, String> all = new TreeMap<>(settings);
        all.put("kafka.bootstrap.servers", stage.bootstrapServers());
        all.put("quarkus.http.host", address.getHost());
        all.put("quarkus.http.port", Integer.toString(address.getPort()));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseG1GC", Leash.option(stage.folder())));
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", program.toString()));
        Path log = stage.folder().resolve(module + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var service = new Service(process, address, log);
            service.awaitReady();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException("can't start " + module, e);
        }
    }

    public URI address() {
        return address;
    }

    /** Processor time so far, to a hundredth of a second. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        // the handle leaves the pipe open, so that it is not the leash that ends it
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void awaitReady() throws InterruptedException, IOException {
        var client = HttpClient.newHttpClient();
        var question =
                HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
        long began = System.nanoTime();
        while (!ready(client, question)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                String said = Files.readString(log);
                close();
                throw new IllegalStateException("not ready:\n" + said);
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
    }

    private static boolean ready(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == READY;
        } catch (IOException e) {
            return false;
        }
    }
}
