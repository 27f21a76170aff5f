package dev.safar.standalone.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.core.model.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BacktestTest {

    private static final String CART =
            """
            journey: cart
            owner: growth@shop.example
            start: { on: Product Added, again: restart }
            stop: [ { on: Order Completed } ]
            steps:
              - wait: 1h
              - { send: email, template: hello }
              - wait: 1d
              - { send: email, template: bye }
            """;

    @TempDir
    Path folder;

    private Path decisions;
    private Path temporary;

    @BeforeEach
    void prepare() throws IOException {
        decisions = folder.resolve("decisions.ndjson");
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    @Test
    void livesThroughARecordingAsProductionWouldHave() throws Exception {
        // when
        BacktestReport report = backtest(
                """
                {"type":"identify","userId":"ada","messageId":"1","timestamp":"2026-03-01T09:00:00Z","traits":{"email":"ada@example.com"}}
                {"type":"track","userId":"ada","messageId":"2","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"ada","messageId":"3","timestamp":"2026-03-01T12:00:00Z","event":"Order Completed"}
                """);

        // then
        assertThat(told())
                .containsExactly(
                        "2026-03-01T10:00:00Z ada cart entered wait-1h",
                        "2026-03-01T10:00:00Z ada cart waiting wait-1h",
                        "2026-03-01T11:00:00Z ada cart send send-email-hello email hello",
                        "2026-03-01T11:00:00Z ada cart waiting wait-1d",
                        "2026-03-01T11:00:00Z ada cart progressed send-email-hello",
                        "2026-03-01T12:00:00Z ada cart finished wait-1d stopped: Order Completed");
        assertThat(report.totals().journey("cart").finished().counts()).containsOnlyKeys("stopped: Order Completed");
        assertThat(report.intake().events()).isEqualTo(3);
        assertThat(report.customers()).isEqualTo(1);
    }

    @Test
    void namesEveryFieldOfEveryDecision() throws Exception {
        // when
        backtest(
                """
                {"type":"track","userId":"ada","messageId":"2","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                """);

        // then
        JsonNode entered =
                new ObjectMapper().readTree(Files.readAllLines(decisions).get(0));
        assertThat(entered.fieldNames())
                .toIterable()
                .containsExactly(
                        "at",
                        "customer",
                        "journey",
                        "run",
                        "type",
                        "step",
                        "channel",
                        "template",
                        "reason",
                        "version",
                        "details");
    }

    /** In the order of the file where times are equal, which only that order tells. */
    @Test
    void isTheSameForAnyOrderOfTheFileAnyNumberOfWorkersAndAnyMemory() throws Exception {
        // given
        List<String> calls = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            for (int i = 0; i < 20; i++) {
                String event = i % 7 == 6 ? "Order Completed" : "Product Added";
                calls.add(
                        """
                        {"type":"track","userId":"c%1$d","messageId":"%1$d-%2$d","timestamp":"2026-03-01T%2$02d:%1$02d:00Z","event":"%3$s"}"""
                                .formatted(customer, i, event));
            }
            calls.add(
                    """
                    {"type":"identify","userId":"c%1$d","messageId":"i%1$d","timestamp":"2026-02-01T00:00:00Z","traits":{"email":"c%1$d@example.com"}}"""
                            .formatted(customer));
        }
        backtest(String.join("\n", calls));
        List<String> expected = Files.readAllLines(decisions);
        Collections.shuffle(calls, new Random(1));

        // when
        BacktestReport report = run(
                stream(String.join("\n", calls)),
                Optional.empty(),
                Optional.empty(),
                new Resources(temporary, 3, 3000));

        // then
        assertThat(Files.readAllLines(decisions)).isEqualTo(expected);
        assertThat(report.customers()).isEqualTo(40);
        assertThat(left(temporary)).isEmpty();
    }

    @Test
    void takesEventsOfTheSameTimeInTheOrderOfTheFile() throws Exception {
        // when
        backtest(
                """
                {"type":"track","userId":"ada","messageId":"1","timestamp":"2026-03-01T10:00:00Z","event":"Order Completed"}
                {"type":"track","userId":"ada","messageId":"2","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"bob","messageId":"3","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"bob","messageId":"4","timestamp":"2026-03-01T10:00:00Z","event":"Order Completed"}
                """);

        // then
        assertThat(told())
                .containsExactly(
                        "2026-03-01T10:00:00Z ada cart entered wait-1h",
                        "2026-03-01T10:00:00Z ada cart waiting wait-1h",
                        "2026-03-01T10:00:00Z bob cart entered wait-1h",
                        "2026-03-01T10:00:00Z bob cart waiting wait-1h",
                        "2026-03-01T10:00:00Z bob cart finished wait-1h stopped: Order Completed");
    }

    @Test
    void takesAnEventAtTheVeryMomentOfATimerBeforeTheTimer() throws Exception {
        // when
        backtest(
                """
                {"type":"track","userId":"ada","messageId":"1","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"ada","messageId":"2","timestamp":"2026-03-01T11:00:00Z","event":"Order Completed"}
                """);

        // then
        assertThat(told()).last().isEqualTo("2026-03-01T11:00:00Z ada cart finished wait-1h stopped: Order Completed");
    }

    @Test
    void letsTimeGoOnForAsLongAsIsAsked() throws Exception {
        // given
        String cart =
                """
                {"type":"track","userId":"ada","messageId":"1","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                """;

        // when
        BacktestReport untilTheLastEvent =
                run(stream(cart), Optional.empty(), until("2026-02-01T00:00:00Z"), resources());
        BacktestReport longer = run(stream(cart), Optional.empty(), until("2026-03-02T11:00:00Z"), resources());

        // then
        assertThat(untilTheLastEvent.end()).isEqualTo(until("2026-03-01T10:00:00Z"));
        assertThat(untilTheLastEvent.totals().journey("cart").waiting()).isEqualTo(1);
        assertThat(longer.totals().journey("cart").finished().counts()).containsOnlyKeys("completed");
        assertThat(longer.totals().journey("cart").step("send-email-bye").held().counts())
                .containsOnlyKeys("no-address");
        assertThat(longer.end()).isEqualTo(until("2026-03-02T11:00:00Z"));
    }

    @Test
    void countsWhatCameLateOrTwiceAsProductionDoes() throws Exception {
        // when
        BacktestReport report = backtest(
                """
                {"type":"track","userId":"ada","messageId":"1","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"ada","messageId":"1","timestamp":"2026-03-01T10:05:00Z","event":"Product Added"}
                {"type":"track","userId":"bob","messageId":"2","timestamp":"2026-03-01T10:00:00Z","receivedAt":"2026-03-09T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"cat","messageId":"3","timestamp":"2026-03-01T10:00:00Z","receivedAt":"2026-03-01T16:00:00Z","event":"Product Added"}
                {"type":"track","userId":"cat","messageId":"4","timestamp":"2026-03-01T11:00:00Z","event":"Order Completed"}
                """);

        // then
        assertThat(report.totals().ignored().counts()).containsOnlyKeys("duplicate");
        assertThat(report.totals().journey("cart").entered()).isEqualTo(1);
        assertThat(report.totals().journey("cart").notEntered().counts())
                .containsOnlyKeys("too-old", "stopped-before-start");
    }

    @Test
    void saysWhichLinesItCouldNotUseAndUsesTheOthers() throws Exception {
        // when
        BacktestReport report = backtest(
                """
                {"type":"track","userId":"ada","messageId":"1","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                not json

                {"type":"track","userId":"ada","messageId":"1"}
                {"type":"track","messageId":"2","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"bob","messageId":"3","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                """);

        // then
        assertThat(report.intake().badLines()).extracting(BadLine::line).containsExactly(2L, 4L, 5L);
        assertThat(report.intake().badLines().get(2).problem()).isEqualTo("'userId' is required, or anonymousId");
        assertThat(report.intake().events()).isEqualTo(2);
        assertThat(report.totals().journey("cart").entered()).isEqualTo(2);
    }

    @Test
    void tellsTheFirstOfManyBadLinesAndCountsAll() throws Exception {
        BacktestReport report = backtest("nonsense\n".repeat(50_000));

        assertThat(report.intake().badCount()).isEqualTo(50_000);
        assertThat(report.intake().badLines())
                .extracting(BadLine::line)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(report.end()).isEmpty();
    }

    @Test
    void readsCompressedFilesAndWhatIsLeftOfThem() throws Exception {
        // given
        String cart =
                """
                {"type":"track","userId":"ada","messageId":"%d","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                """;
        byte[] whole = gzip(cart.formatted(1) + cart.formatted(2));
        byte[] cut = Arrays.copyOf(whole, whole.length - 9);

        // when
        BacktestReport ofWhole =
                run(Recording.of(new ByteArrayInputStream(whole)), Optional.empty(), Optional.empty(), resources());
        BacktestReport ofCut =
                run(Recording.of(new ByteArrayInputStream(cut)), Optional.empty(), Optional.empty(), resources());

        // then
        assertThat(ofWhole.intake().events()).isEqualTo(2);
        assertThat(ofWhole.intake().badCount()).isZero();
        assertThat(ofCut.intake().badLines())
                .extracting(BadLine::problem)
                .containsExactly("the compressed file ends here, or is damaged");
    }

    /** As it was, be it at the very moment of the request or later; on other messages providers speak as they always do. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T11:00:00Z, Email Sent, accepted",
        "2026-03-01T11:00:00Z, Email Delivered, delivered",
        "2026-03-01T11:00:09Z, Email Sent, accepted",
    })
    void takesTheRecordingsWordForWhatBecameOfAMessage(String at, String event, String status) throws Exception {
        // given
        String life =
                """
                {"type":"identify","userId":"ada","messageId":"1","timestamp":"2026-03-01T09:00:00Z","traits":{"email":"ada@example.com"}}
                {"type":"track","userId":"ada","messageId":"2","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"ada","messageId":"3","timestamp":"2026-03-03T12:00:00Z","event":"Product Viewed"}
                """;
        backtest(life);
        String message = new ObjectMapper()
                .readTree(Files.readAllLines(decisions).get(2))
                .path("messageId")
                .asText();

        // when
        backtest(life
                + """
                {"type":"track","userId":"ada","messageId":"4","timestamp":"%1$s","event":"%2$s","properties":{"message_id":"%3$s"}}
                """
                        .formatted(at, event, message));

        // then
        assertThat(Files.readAllLines(decisions).stream()
                        .filter(line -> line.contains("progressed"))
                        .map(line -> line.replaceFirst("\\{\"at\":\"(.*?)\".*\"status\":\"(.*?)\".*", "$1 $2")))
                .containsExactly(at + " " + status, "2026-03-02T11:00:00Z accepted");
    }

    @Test
    void saysWhoWouldGetSomethingDifferent() throws Exception {
        // given
        Workspace now = Workspaces.of("cart", CART.replace("1d", "2d").replace("bye", "hello"));
        Workspace against = Workspaces.of("cart", CART);
        String calls =
                """
                {"type":"identify","userId":"ada","messageId":"1","timestamp":"2026-03-01T09:00:00Z","traits":{"email":"ada@example.com"}}
                {"type":"track","userId":"ada","messageId":"2","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"identify","userId":"bob","messageId":"3","timestamp":"2026-03-01T09:00:00Z","traits":{"email":"bob@example.com"}}
                {"type":"track","userId":"bob","messageId":"4","timestamp":"2026-03-01T10:00:00Z","event":"Product Added"}
                {"type":"track","userId":"bob","messageId":"5","timestamp":"2026-03-01T12:00:00Z","event":"Order Completed"}
                """;
        Path differences = folder.resolve("differences.ndjson");
        var files = new BacktestRequest.Files(Optional.of(decisions), Optional.of(differences), 5);

        // when
        BacktestReport report = Backtest.run(
                new BacktestRequest(stream(calls), now, Optional.of(against), until("2026-04-01T00:00:00Z"), files),
                resources(),
                Progress.SILENT);

        // then
        BacktestReport.Comparison comparison = report.comparison().orElseThrow();
        assertThat(comparison.changes().customers()).isEqualTo(1);
        assertThat(comparison.first()).extracting(CustomerChanges::customer).containsExactly("ada");
        assertThat(Files.readAllLines(differences))
                .containsExactly("{\"customer\":\"ada\",\"changes\":["
                        + "{\"change\":\"removed\",\"journey\":\"cart\",\"step\":\"send-email-bye\","
                        + "\"against\":{\"at\":\"2026-03-02T11:00:00Z\",\"channel\":\"email\",\"template\":\"bye\"}},"
                        + "{\"change\":\"added\",\"journey\":\"cart\",\"step\":\"send-email-hello-2\","
                        + "\"now\":{\"at\":\"2026-03-03T11:00:00Z\",\"channel\":\"email\",\"template\":\"hello\"}}]}");
        assertThat(comparison.totals().journey("cart").finished().total()).isEqualTo(2);
    }

    private BacktestReport backtest(String calls) throws Exception {
        return run(stream(calls), Optional.empty(), Optional.empty(), resources());
    }

    private BacktestReport run(
            Recording recording, Optional<Workspace> against, Optional<Instant> until, Resources resources)
            throws Exception {
        var files = new BacktestRequest.Files(Optional.of(decisions), Optional.empty(), 5);
        var request = new BacktestRequest(recording, Workspaces.of("cart", CART), against, until, files);
        return Backtest.run(request, resources, Progress.SILENT);
    }

    private Resources resources() {
        return new Resources(temporary, 2, 1 << 20);
    }

    private static Optional<Instant> until(String instant) {
        return Optional.of(Instant.parse(instant));
    }

    private static Recording stream(String calls) throws IOException {
        return Recording.of(new ByteArrayInputStream(calls.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<Path> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Each decision in a line. */
    private List<String> told() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(decisions)) {
            JsonNode decision = mapper.readTree(line);
            told.add(Stream.of("at", "customer", "journey", "type", "step", "channel", "template", "reason")
                    .map(field -> decision.path(field).asText(""))
                    .filter(text -> !text.equals("null") && !text.isEmpty())
                    .reduce((one, other) -> one + " " + other)
                    .orElse(""));
        }
        return told;
    }
}
