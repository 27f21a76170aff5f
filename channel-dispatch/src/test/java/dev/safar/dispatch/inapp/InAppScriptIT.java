package dev.safar.dispatch.inapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The script for shops in a real browser, where there is one. */
@Timeout(60)
class InAppScriptIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Map<String, String>> MESSAGES = List.of(
            Map.of(
                    "id", "m1",
                    "title", "سبد خرید",
                    "text", "سلام <b>سارا</b> <img src=x onerror='window.scripted=true'>",
                    "link", "https://shop.example/c",
                    "display", "inline",
                    "lang", "fa",
                    "dir", "rtl",
                    "report", "r1"),
            Map.of(
                    "id", "m2",
                    "title", "<script>window.scripted=true</script>",
                    "text", "one",
                    "link", "javascript:window.scripted=true",
                    "display", "popup",
                    "dir", "ltr",
                    "report", "r2"),
            Map.of("id", "m3", "text", "two", "display", "popup", "dir", "ltr", "report", "r3"),
            Map.of("id", "m1", "text", "again", "display", "inline", "dir", "rtl", "report", "r1"));

    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> result = new CompletableFuture<>();
    private HttpServer server;

    @TempDir
    Path profile;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", request -> answer(request, "text/html; charset=utf-8", resource("/shop-page.html")));
        server.createContext(
                "/inapp/safar-inapp.js",
                request -> answer(request, "text/javascript; charset=utf-8", resource("/safar-inapp.js")));
        server.createContext("/inapp/stream", InAppScriptIT::stream);
        server.createContext("/inapp/report/", request -> {
            String path = request.getRequestURI().getPath();
            reports.add(path.substring(path.lastIndexOf('/') + 1) + " " + body(request));
            answer(request, "text/plain", new byte[0]);
        });
        server.createContext("/result", request -> {
            result.complete(body(request));
            answer(request, "text/plain", new byte[0]);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void showsMessagesAsTextOnceEachPopUpsOneAfterTheOtherAndReportsOnThem() throws Exception {
        Optional<File> browser = browser();
        Assumptions.assumeTrue(browser.isPresent(), "there is no Chromium here");

        // when
        Process process = start(browser.get());
        String seen;
        List<String> reported;
        try {
            seen = result.get(30, TimeUnit.SECONDS);
            reported = Stream.generate(this::nextReport).limit(7).sorted().toList();
        } finally {
            process.destroy();
            process.waitFor();
        }

        // then
        assertThat(JSON.readTree(seen))
                .isEqualTo(JSON.valueToTree(Map.of(
                        "inline",
                        List.of("سبد خرید", "سلام <b>سارا</b> <img src=x onerror='window.scripted=true'>"),
                        "popup",
                        List.of("two"),
                        "links",
                        List.of("https://shop.example/c"),
                        "direction",
                        "rtl fa",
                        "closeIsOnTheLeft",
                        true,
                        "markup",
                        0,
                        "scripted",
                        false)));
        assertThat(reported)
                .containsExactly(
                        "delivered r1",
                        "delivered r1",
                        "delivered r2",
                        "delivered r3",
                        "opened r1",
                        "opened r2",
                        "opened r3");
    }

    private String nextReport() {
        try {
            return String.valueOf(reports.poll(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(File browser) throws IOException {
        return new ProcessBuilder(
                        browser.getPath(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "http://localhost:" + server.getAddress().getPort() + "/")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Optional<File> browser() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Stays open, as the real one does. */
    private static void stream(HttpExchange request) throws IOException {
        request.getResponseHeaders().set("Content-Type", "text/event-stream");
        request.sendResponseHeaders(200, 0);
        OutputStream out = request.getResponseBody();
        for (Map<String, String> message : MESSAGES) {
            out.write(("data: " + JSON.writeValueAsString(message) + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static void answer(HttpExchange request, String type, byte[] body) throws IOException {
        request.getResponseHeaders().set("Content-Type", type);
        request.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            request.getResponseBody().write(body);
        }
        request.close();
    }

    private static String body(HttpExchange request) throws IOException {
        return new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = InAppScriptIT.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
