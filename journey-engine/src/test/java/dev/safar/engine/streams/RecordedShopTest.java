package dev.safar.engine.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.engine.SharedData;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.state.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nine days of a real shop: a timer per customer, armed by every cart event, disarmed by every purchase. */
class RecordedShopTest {

    private static final String FOLDER = "taobao-userbehavior/";
    private static final List<String> WAITS = List.of("15m", "1h", "24h");
    private static final Map<String, String> EVENTS = Map.of(
            "pv", "Product Viewed",
            "fav", "Product Added to Wishlist",
            "cart", "Product Added",
            "buy", "Order Completed");

    private record Row(String user, String event, Instant time) {}

    @Test
    void firesAsOftenAsTheRecordingSays() throws IOException {
        // given
        JsonNode expected = new ObjectMapper()
                .readTree(SharedData.file(FOLDER + "cart_timer_counts.json").toFile());
        List<Row> rows = rows(SharedData.file(FOLDER + "taobao_a.csv.gz"));
        try (var simulation = new JourneySimulation(workspace(), rows.get(0).time())) {

            // when
            rows.forEach(row -> simulation.trackAt(row.time(), row.user(), row.event()));
            simulation.passUntil(Instant.ofEpochMilli(expected.get("horizon_ms").asLong()));

            // then
            for (String wait : WAITS) {
                Tally.Counts counts = simulation.tally().of(new JourneyId("nudge-" + wait));
                JsonNode timers = expected.get("timers").get(wait);
                assertThat(List.of(counts.entered(), counts.finished().get("completed"), counts.waiting()))
                        .containsExactly(
                                expected.get("cart").asLong(),
                                timers.get("fires").asLong(),
                                timers.get("pending_at_horizon").asLong());
            }
            assertThat(simulation.deadLetters()).isEmpty();
        }
    }

    private static Workspace workspace() {
        Map<String, String> files = new HashMap<>();
        files.put("workspace.yaml", "zone: Asia/Shanghai\nlocale: en\n");
        files.put("templates/nudge/email.en.liquid", "---\nsubject: Your cart\n---\nIt is still there.\n");
        WAITS.forEach(wait -> files.put("nudge-" + wait + ".yaml", journey(wait)));
        return ShippedWorkspace.compile(new WorkspaceFiles(files));
    }

    private static String journey(String wait) {
        return """
                journey: nudge-%s
                owner: growth@shop.example
                start: { on: Product Added, again: restart }
                stop: [ { on: Order Completed } ]
                steps:
                  - wait: %s
                  - { send: email, template: nudge }
                """
                .formatted(wait, wait);
    }

    private static List<Row> rows(Path file) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells ->
                            new Row(cells[0], EVENTS.get(cells[3]), Instant.ofEpochSecond(Long.parseLong(cells[4]))))
                    .sorted(Comparator.comparing(Row::time))
                    .toList();
        }
    }
}
