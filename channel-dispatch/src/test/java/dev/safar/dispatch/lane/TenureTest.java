package dev.safar.dispatch.lane;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TenureTest {

    private static final int LOOKS = 3;

    private final AtomicLong time = new AtomicLong(-5);
    private final AtomicInteger looks = new AtomicInteger();
    private Runnable afterSomeLooks = () -> {};
    private final Lease lease = new Lease(this::nanos);
    private final Tenure tenure = new Tenure(new TopicPartition("messages.email", 0), 0, lease);

    @Test
    void whoIsKnownToHaveThePartitionBegins() {
        time.addAndGet(Lease.LENGTH.toNanos() - 1);

        assertThatCode(tenure::ensureOpen).doesNotThrowAnyException();
    }

    @Test
    void whoStoodStillBeginsNothingBeforeABrokerHasTakenACommit() throws Exception {
        // given
        time.addAndGet(Lease.LENGTH.toNanos());
        afterSomeLooks = () -> lease.renew(time.get());

        // when
        tenure.ensureOpen();

        // then
        assertThat(looks.get()).isGreaterThanOrEqualTo(LOOKS);
    }

    @Test
    void whoStoodStillAndHasLostThePartitionBeginsNothing() {
        time.addAndGet(Lease.LENGTH.toNanos());
        afterSomeLooks = tenure::end;

        assertThatThrownBy(tenure::ensureOpen).isInstanceOf(Tenure.TenureEndedException.class);
    }

    @Test
    void aCommitFromBeforeItStoodStillSaysNothing() {
        // given
        long before = lease.now();
        time.addAndGet(Lease.LENGTH.toNanos());

        // when
        lease.renew(before);

        // then
        assertThat(lease.holds()).isFalse();
        assertThat(lease.isDue()).isTrue();
    }

    private long nanos() {
        if (looks.incrementAndGet() == LOOKS) {
            afterSomeLooks.run();
        }
        return time.get();
    }
}
