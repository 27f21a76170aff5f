package dev.safar.benchmarks.live;

import dev.safar.contracts.CustomerEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Journeys beside the shipped ones that answer at once or after a while, and the events that set them off. */
final class Probes {

    static final String AT_ONCE = "Probe Asked";
    static final String SOON = "Soon Asked";
    static final String MUCH_LATER = "Long Asked";

    /** How long {@link #SOON} waits. */
    static final Duration SOON_IS = Duration.ofSeconds(15);

    static final String TEMPLATE = "probe";

    private static final Map<String, String> FILES = Map.of(
            "probe.yaml",
            """
            journey: probe
            start: { on: Probe Asked }
            steps:
              - { send: email, template: probe }
            """,
            "soon.yaml",
            """
            journey: soon
            start: { on: Soon Asked }
            steps:
              - wait: 15s
              - { send: email, template: probe }
            """,
            "much-later.yaml",
            """
            journey: much-later
            start: { on: Long Asked }
            steps:
              - wait: 12h
              - { send: email, template: probe }
            """,
            "templates/probe/email.en.liquid",
            """
            ---
            subject: Probe
            ---
            A probe.
            """);

    private Probes() {}

    /** Writes a workspace with the shipped journeys and these. */
    static Path writeWorkspace(Path shipped, Path target) {
        try (Stream<Path> paths = Files.walk(shipped)) {
            for (Path path : paths.filter(path -> !path.startsWith(shipped.resolve("tests")))
                    .toList()) {
                Path copy = target.resolve(shipped.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the workspace " + target, e);
        }
    }

    static CustomerEvent identify(String customer, Instant now) {
        return call("identify", null, customer, now, Map.of("email", customer + "@mail.example", "locale", "en"));
    }

    static CustomerEvent track(String event, String customer, Instant now) {
        return call("track", event, customer, now, Map.of());
    }

    private static CustomerEvent call(
            String type, String event, String customer, Instant now, Map<String, Object> traits) {
        String id = type + "-" + event + "-" + customer;
        return new CustomerEvent(
                type, event, customer, customer, null, id, now, now, Map.of(), traits, Map.of(), "bench", false);
    }
}
