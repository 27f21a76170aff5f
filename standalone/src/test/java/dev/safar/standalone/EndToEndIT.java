package dev.safar.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EndToEndIT {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final String CART = "abandoned-cart";

    @TempDir
    Path folder;

    @Test
    void sendsWhatACartIsDueFromAnHttpCallToAMailbox() throws Exception {
        try (SafarProcess safar = SafarProcess.up(folder.resolve("data"), START)) {
            // given
            safar.post(Calls.identify("ada"), Calls.cart("ada"));
            awaitEntered(safar, 1);

            // when
            safar.stepTo(START.plus(Duration.ofHours(1)));
            safar.awaitDelivered(1);
            safar.stepTo(START.plus(Duration.ofHours(24)));
            safar.awaitDelivered(2);
            safar.stepTo(START.plus(Duration.ofDays(3)));
            safar.awaitDelivered(3);

            // then
            assertThat(safar.delivered().stream().map(EndToEndIT::summary))
                    .containsExactly(
                            "email send-email-cart-reminder ada@example.com 2026-03-01T10:00:00Z",
                            "email send-email-cart-offer ada@example.com 2026-03-02T09:00:00Z",
                            "sms send-sms-cart-last-chance +989120000000 2026-03-04T09:00:00Z");
            awaitFinished(safar, "completed", 1);
            assertBalanced(safar.journey(CART));
            assertThat(safar.get("/")).contains("href=\"/mailbox\"", "href=\"/sandbox/shop?customer=ada\"");
            assertThat(safar.get("/sandbox/shop?customer=ada")).contains("data-token=\"YWRh.");
        }
    }

    /** Ada orders while the engine is away, Bob does not; both were due meanwhile. */
    @Test
    void sendsNothingToWhoBoughtDuringAnOutageAndLateToWhoDidNot() throws Exception {
        // given
        Path data = folder.resolve("data");
        Instant due = START.plus(Duration.ofHours(1));
        try (SafarProcess before = SafarProcess.up(data, START)) {
            before.post(Calls.identify("ada"), Calls.identify("bob"), Calls.cart("ada"), Calls.cart("bob"));
            awaitEntered(before, 2);
            assertThat(before.stop()).as("the exit code of SIGTERM").isEqualTo(143);
        }
        Instant back = due.plus(Duration.ofMinutes(40));
        try (SafarProcess outage = SafarProcess.up(data, due.minusSeconds(60), "--paused")) {
            outage.stepTo(due.plus(Duration.ofMinutes(20)));
            outage.post(Calls.order("ada"));
            assertThat(outage.output()).contains("Journeys stand still");
        }

        // when
        List<MailboxEntry> delivered;
        try (SafarProcess after = SafarProcess.up(data, back)) {
            awaitFinished(after, "stopped: Order Completed", 1);
            delivered = after.awaitDelivered(1);

            // then
            JsonNode cart = after.journey(CART);
            assertBalanced(cart);
            assertThat(cart.path("entered").asLong()).isEqualTo(2);
            assertThat(cart.path("waiting").asLong()).isEqualTo(1);
        }
        assertThat(delivered.stream().map(EndToEndIT::summary))
                .containsExactly("email send-email-cart-reminder bob@example.com " + back);
    }

    private static void awaitEntered(SafarProcess safar, long count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(safar.journey(CART).path("entered").asLong()).isEqualTo(count));
    }

    private static void awaitFinished(SafarProcess safar, String reason, long count) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        safar.journey(CART).path("finished").path(reason).asLong())
                .isEqualTo(count));
    }

    private static void assertBalanced(JsonNode journey) {
        long finished = 0;
        for (JsonNode count : journey.path("finished")) {
            finished += count.asLong();
        }
        assertThat(journey.path("entered").asLong())
                .isEqualTo(journey.path("waiting").asLong() + finished);
    }

    private static String summary(MailboxEntry entry) {
        return entry.channel() + " " + entry.step() + " " + entry.to() + " " + entry.sentAt();
    }
}
