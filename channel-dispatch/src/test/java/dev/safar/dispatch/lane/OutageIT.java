package dev.safar.dispatch.lane;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.provider.Answer;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.safar.dispatch.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** A provider is down for an hour while messages go on being ordered and taken back. */
class OutageIT {

    private static final int CUSTOMERS = 30;
    private static final int EACH = 20;
    private static final Instant TOO_LATE = NOON.plus(Duration.ofMinutes(30));

    @TempDir
    Path directory;

    private final List<String> accepted = new CopyOnWriteArrayList<>();

    @Test
    void theQueueIsHeldForAnHourAndThenSentInOrderButForWhatNobodyWantsAnyMore() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, Endpoint.free());
                DispatchFixture fixture = new DispatchFixture(kafka, "outage")) {
            // given
            List<MessageCommand> all = messages();
            fixture.provider.answer(envelope -> new Answer.Unreachable("down"));

            // when
            fixture.dispatching(loop -> {
                fixture.send(all.toArray(MessageCommand[]::new));
                eventually(() -> assertThat(loop.queued("email")).isGreaterThan(8));
                List<String> members = fixture.members();
                for (int minute = 0; minute < 60; minute++) {
                    fixture.now.set(NOON.plus(Duration.ofMinutes(minute)));
                    retract(fixture, all, minute);
                    assertThat(loop.queued("email")).isBetween(1, 12);
                    assertThat(loop.ready() && loop.alive()).isTrue();
                }
                fixture.now.set(NOON.plus(Duration.ofHours(1)));
                fixture.provider.answer(envelope -> {
                    accepted.add(envelope.message().messageId());
                    return new Answer.Accepted("p");
                });
                eventually(() -> assertThat(fixture.receipts()).hasSize(all.size()));

                // then
                assertThat(fixture.members()).isEqualTo(members).hasSize(1);
            });
            assertThat(byCustomer(accepted)).isEqualTo(byCustomer(wanted(all)));
            assertThat(fixture.receipts()).containsExactlyInAnyOrderElementsOf(reports(all));
            assertThat(fixture.meter.uncertain).hasValue(0);
        }
    }

    private static void retract(DispatchFixture fixture, List<MessageCommand> all, int minute) {
        for (int i = minute; i < all.size(); i += 60) {
            if (bought(all.get(i))) {
                fixture.retract(all.get(i));
            }
        }
    }

    private static List<MessageCommand> messages() {
        List<MessageCommand> messages = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                String name = "c" + customer;
                Instant notAfter = i % 4 == 1 ? TOO_LATE : null;
                messages.add(Messages.message(name + "-" + i, name, "email", name + "@example.com", notAfter));
            }
        }
        return messages;
    }

    private static boolean bought(MessageCommand message) {
        return Integer.parseInt(message.messageId()
                                .substring(message.messageId().indexOf('-') + 1))
                        % 4
                == 2;
    }

    private static List<String> wanted(List<MessageCommand> all) {
        return all.stream()
                .filter(message -> message.notAfter() == null && !bought(message))
                .map(MessageCommand::messageId)
                .toList();
    }

    private static List<String> reports(List<MessageCommand> all) {
        return all.stream()
                .map(message -> {
                    if (bought(message)) {
                        return "Email Dropped " + message.messageId() + " retracted";
                    }
                    return message.notAfter() == null
                            ? "Email Sent " + message.messageId()
                            : "Email Dropped " + message.messageId() + " too-late";
                })
                .toList();
    }

    private static Map<String, List<String>> byCustomer(List<String> messages) {
        return messages.stream().collect(Collectors.groupingBy(message -> message.substring(0, message.indexOf('-'))));
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }
}
