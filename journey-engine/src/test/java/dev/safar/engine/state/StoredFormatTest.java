package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import dev.safar.core.runtime.Agenda;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Offer;
import dev.safar.core.runtime.RunBuilder;
import dev.safar.core.runtime.SentMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoredFormatTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00.123456789Z");

    @Test
    void stillReadsWhatTheFirstVersionWrote() throws IOException {
        assertThat(CustomerCodec.decode(golden())).isEqualTo(ada());
    }

    @Test
    void refusesAFormatThatANewerVersionWrote() {
        // given
        byte[] newer = CustomerCodec.encode(ada());
        newer[0] = 2;

        // then
        assertThatThrownBy(() -> CustomerCodec.decode(newer))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessage("stored state has format 2, this version reads formats up to 1;"
                        + " run the version that wrote it, or a newer one");
    }

    @Test
    void refusesWhatIsDamaged() {
        assertThatThrownBy(() -> CustomerCodec.decode(new byte[] {1, (byte) 0xff}))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessage("stored state is damaged");
        assertThatThrownBy(() -> CustomerCodec.decode(new byte[0]))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessage("stored state is empty");
    }

    private static byte[] golden() throws IOException {
        try (InputStream file = StoredFormatTest.class.getResourceAsStream("/state/customer.v1.base64")) {
            return Base64.getMimeDecoder().decode(file.readAllBytes());
        }
    }

    @Test
    void valuesThatLieDeepInsideEachOtherAreReadAgain() {
        // given
        Object value = "core";
        for (int i = 0; i < 60; i++) {
            value = i % 2 == 0 ? Map.of("in", value) : List.of(value);
        }
        StoredCustomer deep = new StoredCustomer(
                new CustomerBuilder("ada").attributes(Map.of("trail", value)).build(),
                OptionalLong.empty(),
                true,
                Applied.NOTHING.and(5).and(7));

        // then
        assertThat(CustomerCodec.decode(CustomerCodec.encode(deep))).isEqualTo(deep);
    }

    static StoredCustomer ada() {
        var message = new SentMessage(
                new MessageId("m1"),
                new StepId("cart-reminder"),
                Channel.SMS,
                T0,
                List.of(Channel.PUSH, Channel.EMAIL),
                Optional.of(T0.plusSeconds(60)),
                SentMessage.Status.ACCEPTED);
        var origin = new RunBuilder.Origin(
                new RunId("r1"),
                "c1",
                T0,
                Map.of("cart_total", 50L, "items", List.of(Map.of("price", 9.5, "gift", true))));
        var journey = new JourneyRef(new JourneyId("abandoned-cart"), "1a2b3c4d5e6f");
        var run = new RunBuilder(origin, journey, new StepId("wait-2"))
                .due(Optional.of(T0.plusSeconds(86_400)))
                .offer(Optional.of(new Offer("back-5", 5, "SAFAR5", T0.plusSeconds(259_200))))
                .messages(List.of(message))
                .outcome(Optional.of("stopped: Order Completed"))
                .build();
        var orders = new EventHistory(3, T0, T0, List.of(new EventHistory.Occurrence(T0, Map.of("order_id", "o1"))));
        var silences = Map.of(new JourneyId("win-back"), T0.plusSeconds(3_888_000));
        var customer = new CustomerBuilder("ada")
                .offset(41)
                .attributes(Map.of("first_name", "آدا", "since", T0))
                .consents(Map.of(Channel.EMAIL, true, Channel.SMS, false))
                .history(Map.of("Order Completed", orders))
                .runs(List.of(run))
                .agenda(new Agenda(silences, Map.of(), Optional.empty()))
                .recentMessageIds(List.of(7L, -7L))
                .build();
        return new StoredCustomer(customer, OptionalLong.of(1_772_442_000_124L), false, Applied.UNKNOWN);
    }
}
