package dev.safar.dispatch.lane;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import dev.safar.dispatch.policy.Tally;
import dev.safar.dispatch.provider.Shelved;
import dev.safar.dispatch.tracking.MessageRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.safar.dispatch.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class AssignmentTest {

    private static final TopicPartition MESSAGES = new TopicPartition(Topics.MESSAGES_EMAIL, 0);
    private static final TopicPartition RETRACTIONS = new TopicPartition(Topics.RETRACTIONS, 0);
    private static final List<TopicPartition> BOTH = List.of(MESSAGES, RETRACTIONS);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Retractions retractions = new Retractions(10);
    private final Shelf shelf = new Shelf(10, 100);
    private final Assignment assignment = new Assignment(consumer, retractions, shelf);

    @BeforeEach
    void assign() {
        consumer.assign(BOTH);
        consumer.updateBeginningOffsets(Map.of(RETRACTIONS, 0L));
        consumer.updateEndOffsets(Map.of(RETRACTIONS, 0L));
        assignment.onPartitionsAssigned(BOTH);
        retractions.add(0, "m1");
    }

    static Stream<BiConsumer<Assignment, List<TopicPartition>>> ends() {
        return Stream.of(Assignment::onPartitionsRevoked, Assignment::onPartitionsLost);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void waitsForCallsUnderWayWhichKnowTheRetractionsUntilTheyEnd(BiConsumer<Assignment, List<TopicPartition>> end)
            throws Exception {
        // given
        Tenure tenure = assignment.tenure(MESSAGES).orElseThrow();
        CountDownLatch underWay = new CountDownLatch(1);
        CompletableFuture<Boolean> retracted = new CompletableFuture<>();
        Thread call = new Thread(() -> {
            tenure.enter();
            underWay.countDown();
            untilEndOf(tenure);
            retracted.complete(retractions.contains(0, "m1"));
            tenure.leave();
        });
        call.start();
        underWay.await();

        // when
        end.accept(assignment, BOTH);

        // then
        assertThat(retracted).isCompletedWithValueMatching(known -> known);
        assertThat(retractions.contains(0, "m1")).isFalse();
        assertThat(assignment.tenures()).isEmpty();
    }

    @Test
    void putsBackWhatWaitedInTheShopUnlessItHasEndedOrIsNotWantedAnyMore() {
        // given
        TopicPartition inApp = new TopicPartition(Topics.MESSAGES_INAPP, 0);
        consumer.assign(List.of(MESSAGES, RETRACTIONS, inApp));
        assignment.onPartitionsAssigned(List.of(inApp));
        List<String> shown = new ArrayList<>();

        // when
        List.of(waiting("m1"), waiting("m2"), waiting("m3"), waiting("m2").ended(Status.SENT, null, NOON))
                .forEach(entry -> assignment.restore(ContractJson.write(entry)));
        shelf.open("ada", message -> shown.add(message.message().messageId()));

        // then
        assertThat(shown).containsExactly("m3");
        assignment.onPartitionsLost(List.of(inApp));
        assertThat(shelf.size()).isZero();
    }

    private static LedgerEntry waiting(String messageId) {
        MessageRef message = MessageRef.of(Messages.message(messageId, "ada", "inapp", null, null));
        Shelved shelved = new Shelved(message, "", "Hello", null, "inline", "en", false, NOON);
        return new LedgerEntry(
                messageId, Topics.MESSAGES_INAPP, 0, 0, Status.SHELVED, null, null, Tally.NONE, null, shelved, NOON);
    }

    private static void untilEndOf(Tenure tenure) {
        try {
            tenure.pause(Duration.ofHours(1));
        } catch (Tenure.TenureEndedException e) {
            // the call that is under way takes longer than that
            for (int i = 0; i < 100_000; i++) {
                Thread.onSpinWait();
            }
        }
    }
}
