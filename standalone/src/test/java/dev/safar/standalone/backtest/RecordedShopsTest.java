package dev.safar.standalone.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A cart timer over recorded shoppers gives the numbers that were counted apart from this code. The recordings may not be passed
 * on, so this runs only where they are.
 */
class RecordedShopsTest {

    private static final String JOURNEY =
            """
            journey: cart-timer
            owner: growth@shop.example
            start: { on: Product Added, again: restart }
            stop: [ { on: Order Completed } ]
            steps:
              - wait: %s
              - { send: email, template: hello }
            """;

    private static final String SHOPPER = "\"%s\",\"messageId\":\"%s\",\"timestamp\":\"%s\"";
    private static final DateTimeFormatter REES46 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    @TempDir
    Path folder;

    private record Click(String behaviour, String shopper, Instant time) {}

    private record Counts(long fires, long shoppersWithFire, long pending) {}

    @ParameterizedTest
    @CsvSource({"15m", "1h", "24h"})
    void fireTimersOnTaobaoAsOftenAsWasCountedApart(String wait) throws IOException, InterruptedException {
        // given
        Path shop = shop("taobao-userbehavior");
        Path events = calls(
                shop.resolve("taobao_a.csv.gz"),
                columns -> new Click(columns[3], columns[0], Instant.ofEpochSecond(Long.parseLong(columns[4]))));

        // when
        Counts counts = backtest(wait, events);

        // then
        assertThat(counts).isEqualTo(countedApart(shop, wait));
    }

    @ParameterizedTest
    @CsvSource({"15m", "1h", "24h"})
    void fireTimersOnRees46AsOftenAsWasCountedApart(String wait) throws IOException, InterruptedException {
        // given
        Path shop = shop("rees46-multicategory");
        Path events = calls(
                shop.resolve("rees46_20191001_a.csv.gz"),
                columns -> new Click(
                        columns[1],
                        columns[7],
                        LocalDateTime.parse(columns[0], REES46).toInstant(ZoneOffset.UTC)));

        // when
        Counts counts = backtest(wait, events);

        // then
        assertThat(counts).isEqualTo(countedApart(shop, wait));
    }

    private Counts backtest(String wait, Path events) throws IOException, InterruptedException {
        Path decisions = folder.resolve("decisions.ndjson");
        try (Recording recording = Recording.open(events)) {
            var request = new BacktestRequest(
                    recording,
                    workspace(wait),
                    Optional.empty(),
                    Optional.empty(),
                    new BacktestRequest.Files(Optional.of(decisions), Optional.empty(), 0));
            BacktestReport report = Backtest.run(request, new Resources(folder, 2, 1 << 20), Progress.SILENT);
            JourneyTotals totals = report.totals().journey("cart-timer");
            assertThat(report.intake().badLines()).isEmpty();
            return new Counts(
                    totals.step("send-email-hello").sent().total(), shoppersWithMail(decisions), totals.waiting());
        }
    }

    private static long shoppersWithMail(Path decisions) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Set<String> shoppers = new HashSet<>();
        for (String line : Files.readAllLines(decisions)) {
            JsonNode decision = mapper.readTree(line);
            if (decision.path("type").asText().equals("send")) {
                shoppers.add(decision.path("customer").asText());
            }
        }
        return shoppers.size();
    }

    private static Counts countedApart(Path shop, String wait) throws IOException {
        JsonNode timer = new ObjectMapper()
                .readTree(shop.resolve("cart_timer_counts.json").toFile())
                .path("timers")
                .path(wait);
        return new Counts(
                timer.path("fires").asLong(),
                timer.path("users_with_fire").asLong(),
                timer.path("pending_at_horizon").asLong());
    }

    private static Path shop(String name) {
        Path shop = SharedData.find(Path.of(name));
        assumeTrue(Files.exists(shop), "the recording " + name + " is not on this machine");
        return shop;
    }

    /** The recording as calls; each shopper's address comes first. */
    private Path calls(Path recording, Function<String[], Click> click) throws IOException {
        Path calls = folder.resolve("calls.ndjson");
        Map<String, Instant> firstSeen = new TreeMap<>();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(calls));
                BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
            in.readLine();
            int row = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Click made = click.apply(line.split(",", -1));
                firstSeen.merge(made.shopper(), made.time(), (one, other) -> one.isBefore(other) ? one : other);
                out.println("{\"type\":\"track\",\"userId\":"
                        + SHOPPER.formatted(made.shopper(), "row-" + row++, made.time())
                        + ",\"event\":\"" + name(made.behaviour()) + "\"}");
            }
            firstSeen.forEach((shopper, time) -> out.println("{\"type\":\"identify\",\"userId\":"
                    + SHOPPER.formatted(shopper, "identify", time.minusMillis(1))
                    + ",\"traits\":{\"email\":\"" + shopper + "@example.com\"}}"));
        }
        return calls;
    }

    private static String name(String behaviour) {
        return switch (behaviour) {
            case "cart" -> "Product Added";
            case "buy", "purchase" -> "Order Completed";
            default -> "Product Viewed";
        };
    }

    private static Workspace workspace(String wait) {
        Compilation compilation = WorkspaceCompiler.compile(new WorkspaceFiles(Map.of(
                "workspace.yaml", "zone: Asia/Shanghai\nlocale: en\nconsent: { email: opt-out }\n",
                "cart-timer.yaml", JOURNEY.formatted(wait),
                "templates/hello/email.en.liquid", "---\nsubject: Hello\n---\nHello\n")));
        assertThat(compilation.problems()).isEqualTo(List.of());
        return ((Compilation.Compiled) compilation).workspace();
    }
}
