package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import dev.safar.core.runtime.Agenda;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Offer;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.RunBuilder;
import dev.safar.core.runtime.SentMessage;
import dev.safar.core.runtime.SentMessage.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the first version of the engine wrote, byte for byte, before a customer could have segments, values or pressure. */
class FormatOneTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00.123456789Z");
    private static final JourneyRef CART = new JourneyRef(new JourneyId("abandoned-cart"), "1a2b3c4d5e6f");

    @Test
    void readsACustomerWithEverythingThatOneCouldHave() throws IOException {
        assertThat(CustomerCodec.decode(golden("sara"))).isEqualTo(sara());
    }

    @Test
    void readsACustomerOfWhomNothingWasKnown() throws IOException {
        assertThat(CustomerCodec.decode(golden("unknown")))
                .isEqualTo(new StoredCustomer(Customer.unknown("سارا"), OptionalLong.empty(), false, Applied.UNKNOWN));
    }

    @Test
    void readsATally() throws IOException {
        assertThat(TallyCodec.decode(golden("tally"))).isEqualTo(tally());
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = FormatOneTest.class.getResourceAsStream("/state/format-1-" + name + ".hex")) {
            String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
            return HexFormat.of().parseHex(hex);
        }
    }

    static StoredCustomer sara() {
        var customer = new CustomerBuilder("sara")
                .offset(7_000_000_000L)
                .attributes(attributes())
                .consents(Map.of(Channel.EMAIL, true, Channel.SMS, false, Channel.PUSH, true))
                .history(Map.of(
                        "Order Completed", new EventHistory(2, T0.minusSeconds(9), T0, List.of()),
                        "Cart Emptied",
                                new EventHistory(
                                        1, T0, T0, List.of(new EventHistory.Occurrence(T0, Map.of("cart_id", "c1"))))))
                .runs(List.of(waiting(), finished()))
                .agenda(new Agenda(
                        Map.of(new JourneyId("win-back"), T0.plusSeconds(3_888_000), new JourneyId("nap"), T0),
                        Map.of(),
                        Optional.empty()))
                .recentMessageIds(List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE))
                .build();
        return new StoredCustomer(customer, OptionalLong.of(1_772_442_000_124L), false, Applied.UNKNOWN);
    }

    private static Map<String, Object> attributes() {
        return Map.of(
                "first_name",
                "سارا",
                "points",
                120L,
                "ratio",
                0.25,
                "vip",
                true,
                "birthday",
                T0,
                "sizes",
                List.of("s", 38L, List.of(1.5)),
                "address",
                Map.of("city", "تهران", "floor", 3L));
    }

    private static Run waiting() {
        var origin = new RunBuilder.Origin(new RunId("r1"), "c1", T0, Map.of("cart_total", 50L));
        return new RunBuilder(origin, CART, new StepId("wait-2"))
                .due(Optional.of(T0.plusSeconds(86_400)))
                .offer(Optional.of(new Offer("back-5", 5, "BACK5-7QK3M2XW", T0.plusSeconds(259_200))))
                .messages(messages())
                .build();
    }

    private static Run finished() {
        var origin = new RunBuilder.Origin(new RunId("r2"), "", T0, Map.of());
        var journey = new JourneyRef(new JourneyId("post-purchase"), "000000000000");
        return new RunBuilder(origin, journey, new StepId("thank-you"))
                .messages(messages())
                .outcome(Optional.of("stopped: Order Refunded"))
                .build();
    }

    private static List<SentMessage> messages() {
        List<SentMessage> messages = new ArrayList<>();
        Channel[] channels = {Channel.EMAIL, Channel.SMS, Channel.PUSH};
        Status[] statuses = {
            Status.REQUESTED,
            Status.ACCEPTED,
            Status.DELIVERED,
            Status.OPENED,
            Status.CLICKED,
            Status.FAILED,
            Status.RETRACTED
        };
        for (int i = 0; i < statuses.length; i++) {
            messages.add(new SentMessage(
                    new MessageId("m" + i),
                    new StepId("cart-reminder"),
                    channels[i % 3],
                    T0,
                    i % 2 == 0 ? List.of() : List.of(channels[(i + 1) % 3]),
                    i % 2 == 0 ? Optional.empty() : Optional.of(T0.plusSeconds(i)),
                    statuses[i]));
        }
        return messages;
    }

    static Tally tally() {
        return new Tally(Map.of(
                new JourneyId("abandoned-cart"),
                new Tally.Counts(12, 5, Map.of("completed", 4L, "stopped: Order Completed", 3L)),
                new JourneyId("win-back"),
                new Tally.Counts(1, 1, Map.of())));
    }
}
