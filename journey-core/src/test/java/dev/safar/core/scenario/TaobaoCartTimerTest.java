package dev.safar.core.scenario;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Event;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.core.runtime.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A cart timer over nine days of recorded shoppers gives the numbers that were counted apart from this code. The recording may
 * not be passed on, so this runs only where it is.
 */
class TaobaoCartTimerTest {

    private static final Path RECORDING = Path.of("taobao-userbehavior", "taobao_a.csv.gz");

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

    private static Map<String, List<Click>> shoppers;
    private static Instant horizon;

    private record Click(String behaviour, Instant time, int row) {}

    private record Counts(long fires, long shoppersWithFire, long pending) {}

    @BeforeAll
    static void readRecording() throws IOException {
        Path file = SharedData.find(RECORDING);
        assumeTrue(Files.exists(file), "the recording " + RECORDING + " is not on this machine");
        shoppers = new TreeMap<>();
        int row = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split(",", -1);
                Instant time = Instant.ofEpochSecond(Long.parseLong(columns[4]));
                shoppers.computeIfAbsent(columns[0], shopper -> new ArrayList<>())
                        .add(new Click(columns[3], time, row++));
            }
        }
        shoppers.values()
                .forEach(clicks -> clicks.sort(Comparator.comparing(Click::time).thenComparing(Click::row)));
        horizon = shoppers.values().stream()
                .map(clicks -> clicks.get(clicks.size() - 1).time())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"15m, 1670, 348, 2", "1h, 1418, 345, 8", "24h, 539, 301, 138"})
    void firesAsOftenAsWasCountedApart(String wait, long fires, long shoppersWithFire, long pending) {
        // given
        Workspace workspace = Shipped.compiled(new WorkspaceFiles(Map.of(
                "workspace.yaml", "zone: Asia/Shanghai\nlocale: en\nconsent: { email: opt-out }\n",
                "cart-timer.yaml", JOURNEY.formatted(wait),
                "templates/hello/email.en.liquid", "---\nsubject: Hello\n---\nHello\n")));

        // when
        Counts counts = count(workspace);

        // then
        assertThat(counts).isEqualTo(new Counts(fires, shoppersWithFire, pending));
    }

    private static Counts count(Workspace workspace) {
        long fires = 0;
        long withFire = 0;
        long pending = 0;
        for (Map.Entry<String, List<Click>> shopper : shoppers.entrySet()) {
            VirtualTime time = new VirtualTime(
                    workspace, shopper.getKey(), shopper.getValue().get(0).time());
            live(shopper.getKey(), shopper.getValue(), time);
            long sent = time.decisions().stream()
                    .filter(MessageDecision.MessageRequested.class::isInstance)
                    .count();
            fires += sent;
            withFire += sent > 0 ? 1 : 0;
            pending += time.customer().runs().stream().filter(Run::live).count();
        }
        return new Counts(fires, withFire, pending);
    }

    private static void live(String shopper, List<Click> clicks, VirtualTime time) {
        Map<String, Object> traits = Map.of("email", shopper + "@example.com");
        time.feed(new Event(Event.IDENTIFY, "", clicks.get(0).time(), Map.of(), traits, false));
        for (Click click : clicks) {
            String name =
                    switch (click.behaviour()) {
                        case "cart" -> "Product Added";
                        case "buy" -> "Order Completed";
                        case "fav" -> "Product Added to Wishlist";
                        default -> "Product Viewed";
                    };
            time.feed(new Event(name, "row-" + click.row(), click.time(), Map.of(), Map.of(), false));
        }
        time.passUntil(horizon);
    }
}
