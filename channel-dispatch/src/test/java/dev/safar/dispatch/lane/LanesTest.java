package dev.safar.dispatch.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class LanesTest {

    private final Tenure tenure = new Tenure(new TopicPartition("messages.email", 0), 0, new Lease(System::nanoTime));
    private final List<Long> delivered = new CopyOnWriteArrayList<>();

    @Test
    void takesNoMoreThanItHasRoomFor() {
        // given: threads that have not started
        Lanes lanes = new Lanes(
                "email", 1, 2, message -> delivered.add(message.message().offset()));

        // then
        assertThat(List.of(lanes.offer(message(0)), lanes.offer(message(1)), lanes.offer(message(2))))
                .containsExactly(true, true, false);
        assertThat(lanes.queued()).isEqualTo(2);
    }

    @Test
    void deliversInOrderAndNotesWhatIsFinished() throws Exception {
        // given
        CountDownLatch last = new CountDownLatch(3);
        Lanes lanes = new Lanes("email", 1, 3, message -> {
            delivered.add(message.message().offset());
            last.countDown();
        });
        for (long offset = 0; offset < 3; offset++) {
            tenure.progress().begin(offset);
            lanes.offer(message(offset));
        }

        // when
        lanes.start();
        last.await();
        lanes.close();

        // then
        assertThat(delivered).containsExactly(0L, 1L, 2L);
        assertThat(tenure.progress().committable()).isEqualTo(3);
    }

    @Test
    void beginsNothingOfAPartitionThatIsGone() throws Exception {
        // given
        CountDownLatch next = new CountDownLatch(1);
        Tenure later = new Tenure(new TopicPartition("messages.email", 1), 0, new Lease(System::nanoTime));
        Lanes lanes = new Lanes("email", 1, 3, message -> {
            delivered.add(message.message().offset());
            next.countDown();
        });
        tenure.progress().begin(0);
        lanes.offer(message(0));
        later.progress().begin(7);
        lanes.offer(new QueuedMessage(later, message(7).message()));
        tenure.end();

        // when
        lanes.start();
        next.await();
        lanes.close();

        // then
        assertThat(delivered).containsExactly(7L);
        assertThat(tenure.progress().committable()).isZero();
    }

    @Test
    void leavesAMessageUnfinishedWhenItsPartitionGoesWhileItWaits() throws Exception {
        // given
        CountDownLatch waiting = new CountDownLatch(1);
        Lanes lanes = new Lanes("email", 1, 3, message -> {
            waiting.countDown();
            message.tenure().pause(Duration.ofHours(1));
        });
        tenure.progress().begin(0);
        lanes.offer(message(0));

        // when
        lanes.start();
        waiting.await();
        tenure.end();
        tenure.awaitIdle(Duration.ofSeconds(20));
        lanes.close();

        // then
        assertThat(tenure.progress().committable()).isZero();
    }

    private QueuedMessage message(long offset) {
        return new QueuedMessage(tenure, new ConsumerRecord<>("messages.email", 0, offset, "ada", new byte[0]));
    }
}
