package dev.safar.standalone.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryTest {

    private static final Instant NINE = Instant.parse("2025-01-01T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final Instant NOON = NINE.plusSeconds(3 * 3600);

    @Test
    void showsEventsJourneysMessagesChecksAStoryAndWhereToLook() {
        // given
        Chronicle chronicle = new Chronicle();
        chronicle.add(Records.event("Product Viewed", "v1", Map.of(), NINE));
        chronicle.add(Records.event("Product Viewed", "v2", Map.of(), NINE));
        chronicle.add(Records.event("Product Added", "a1", Map.of("cart_id", "c1", "cart_total", 54.95), NINE));
        chronicle.add(Records.decision("entered", "abandoned-cart", null, NINE));
        chronicle.add(Records.message("m1", "abandoned-cart", "email", "cart-reminder", TEN));
        chronicle.add(Records.receipt("Email Sent", "m1", TEN));
        chronicle.add(Records.receipt("Email Opened", "m1", TEN.plusSeconds(60)));
        chronicle.add(Records.decision("skipped", "abandoned-cart", "no-consent", NOON));
        chronicle.add(Records.event("Order Completed", "o1", Map.of("order_id", "1001", "total", 54.95), NOON));
        chronicle.add(Records.decision("finished", "abandoned-cart", "stopped: Order Completed", NOON));
        Outcome outcome = new Outcome(
                NOON,
                Duration.ofSeconds(93),
                chronicle,
                List.of(new JourneyCount("abandoned-cart", 1, 0, Map.of("stopped: Order Completed", 1L))),
                List.of(new Arrival("email", "m1", "Your cart", TEN)),
                List.of(new Check("each arrived once", List.of()), new Check("all is well", List.of("it is not"))),
                Path.of("/data/mailbox/index.html"));

        // when
        List<String> lines = new Summary(outcome).lines();

        // then
        assertThat(String.join("\n", lines))
                .isEqualTo(
                        """

                Events from 2025-01-01 to 2025-01-01, in 93 seconds
                event            count
                Order Completed      1
                Product Added        1
                Product Viewed       2
                Email Opened         1
                Email Sent           1
                all                  6
                4 from the shops: what was recorded, and who the customers are (identify); 2 reports on messages

                Journeys
                journey         entered  waiting  finished  how
                abandoned-cart        1        0         1  stopped: Order Completed 1

                Messages
                channel  requested  sent  delivered  opened  clicked  failed  dropped
                email            1     1          0       1        0       0        0
                sms              0     0          0       0        0       0        0
                push             0     0          0       0        0       0        0
                e-mail has no 'delivered': a mail server says that it took a message, not what became of it
                not requested: 1 no-consent

                Checks
                  ok      each arrived once
                  FAILED  all is well
                            it is not

                One of them: ada (times in UTC)
                  2025-01-01 09:00  looks at 2 products
                  2025-01-01 09:00  Product Added: c1, 54.95 in it
                  2025-01-01 10:00    ← email "Your cart" (abandoned-cart)
                  2025-01-01 10:01  opens "Your cart"
                  2025-01-01 12:00  Order Completed: 1001, 54.95
                  2025-01-01 12:00    × abandoned-cart ends: stopped: Order Completed

                The messages themselves
                Every e-mail, SMS and push as its receiver got it; open this page in a browser:
                  file:///data/mailbox/index.html""");
    }
}
