package dev.safar.engine.streams;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * All that a task had stored when a format was released, byte for byte, with the workspace that it ran: a line for each
 * record, key and value in hexadecimal. Once written such a file never changes; a new format gets one of its own by
 * {@link #main}.
 */
final class ReleasedFormat {

    private static final Path FOLDER = Path.of("src", "test", "resources", "released");

    private final Path folder;

    ReleasedFormat(int number) {
        folder = FOLDER.resolve("format-" + number);
    }

    Workspace workspace() {
        WorkspaceFiles files = ShippedWorkspace.files(folder.resolve("workspace"));
        return ShippedWorkspace.compile(files);
    }

    Map<Bytes, byte[]> records() throws IOException {
        HexFormat hex = HexFormat.of();
        Map<Bytes, byte[]> records = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("store.txt"))) {
            String[] parts = line.split(" ", -1);
            records.put(Bytes.wrap(hex.parseHex(parts[0])), hex.parseHex(parts[1]));
        }
        return records;
    }

    /** Writes the format of today; the one argument is its number. */
    public static void main(String... arguments) throws IOException {
        var format = new ReleasedFormat(Integer.parseInt(arguments[0]));
        HexFormat hex = HexFormat.of();
        List<String> lines = new ArrayList<>();
        try (var simulation = new JourneySimulation(format.workspace())) {
            live(simulation);
            try (KeyValueIterator<Bytes, byte[]> all = simulation.store().all()) {
                while (all.hasNext()) {
                    KeyValue<Bytes, byte[]> record = all.next();
                    lines.add(hex.formatHex(record.key.get()) + " " + hex.formatHex(record.value));
                }
            }
        }
        Files.write(format.folder.resolve("store.txt"), lines);
    }

    /** Fifty days, at the end of which customers wait at every kind of place. */
    private static void live(JourneySimulation simulation) {
        simulation.customer("dana").track("dana", "Order Completed", order("o-1"));
        simulation.pass(Duration.ofDays(40));
        simulation.identify("سارا", Map.of("email", "sara@example.com", "first_name", "سارا", "locale", "fa"));
        simulation.customer("ben").track("ben", "Product Added", cart("c-ben"));
        simulation.pass(Duration.ofHours(2));
        simulation.customer("cyd").track("cyd", "Product Added", cart("c-cyd"));
        simulation.pass(Duration.ofHours(1)).track("cyd", "Order Completed", order("o-2"));
        simulation.customer("ada").track("ada", "Product Added", cart("c-ada"));
        simulation.pass(Duration.ofMinutes(10));
    }

    static Map<String, Object> cart(String id) {
        return Map.of("cart_id", id, "cart_total", 50);
    }

    static Map<String, Object> order(String id) {
        return Map.of("order_id", id, "total", 50);
    }

    /** How long after the beginning the last record was written. */
    static Duration age() {
        return Duration.ofDays(40).plus(Duration.ofHours(3)).plusMinutes(10);
    }
}
