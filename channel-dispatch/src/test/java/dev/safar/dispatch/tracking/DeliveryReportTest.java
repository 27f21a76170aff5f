package dev.safar.dispatch.tracking;

import dev.safar.contracts.Receipts.Kind;
import dev.safar.dispatch.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryReportTest {

    private static final MessageRef MESSAGE = MessageRef.of(Messages.email("m1"));

    @Test
    void readsTwiliosStatuses() {
        // given
        List<Map<String, String>> forms = List.of(
                Map.of("MessageStatus", "queued"),
                Map.of("MessageStatus", "sent"),
                Map.of("MessageStatus", "delivered"),
                Map.of("MessageStatus", "undelivered", "ErrorCode", "30003"),
                Map.of("MessageStatus", "failed"),
                Map.of());

        // then
        assertThat(forms.stream().map(form -> DeliveryReport.ofTwilio(MESSAGE, form)))
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Receipt.of(Kind.DELIVERED, MESSAGE)),
                        Optional.of(Receipt.because(Kind.FAILED, MESSAGE, "twilio 30003")),
                        Optional.of(Receipt.because(Kind.FAILED, MESSAGE, "twilio unknown")),
                        Optional.empty());
    }

    @Test
    void readsKavenegarsStatuses() {
        assertThat(Stream.of("1", "4", "10", "11", "14").map(status -> DeliveryReport.ofKavenegar(MESSAGE, status)))
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Receipt.of(Kind.DELIVERED, MESSAGE)),
                        Optional.of(Receipt.because(Kind.FAILED, MESSAGE, "kavenegar status 11")),
                        Optional.of(Receipt.because(Kind.FAILED, MESSAGE, "kavenegar status 14")));
    }
}
