package dev.safar.engine.streams;

import dev.safar.engine.state.StoreKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimerIndexTest {

    private static final long NOON = 43_200_000;
    private static final Instant AT_NOON = Instant.ofEpochMilli(NOON);

    private final List<Bytes> scannedFrom = new ArrayList<>();
    private final TimerIndex timers = new TimerIndex(new MemoryStore(new TreeMap<>()) {
        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            scannedFrom.add(from);
            return super.range(from, to);
        }
    });

    @Test
    void goesOnBehindWhatHasFiredAtTheSameMoment() {
        // given
        wait("ada", "eve", "mia");
        fire("ada", "eve");
        scannedFrom.clear();

        // when
        List<TimerIndex.Entry> due = timers.due(AT_NOON, 10);

        // then
        assertThat(due).containsExactly(entry("mia"));
        assertThat(scannedFrom).containsExactly(StoreKeys.timer(NOON, "eve\0"));
    }

    @Test
    void looksForTheNextOneBehindWhatHasFired() {
        // given
        wait("ada", "eve");
        fire("ada");
        scannedFrom.clear();

        // when
        timers.passed(NOON);

        // then
        assertThat(timers.nextDue()).contains(AT_NOON);
        assertThat(scannedFrom).containsExactly(StoreKeys.timer(NOON, "ada\0"));
    }

    @Test
    void findsWhoIsPutBeforeThoseThatHaveFired() {
        // given
        wait("eve", "mia");
        fire("eve");

        // when
        wait("ada");

        // then
        assertThat(timers.due(AT_NOON, 10)).containsExactly(entry("ada"), entry("mia"));
    }

    private void wait(String... customers) {
        for (String customer : customers) {
            timers.move(customer, OptionalLong.empty(), OptionalLong.of(NOON));
        }
    }

    private void fire(String... customers) {
        for (String customer : customers) {
            timers.removeFirst(entry(customer));
        }
    }

    private static TimerIndex.Entry entry(String customer) {
        return new TimerIndex.Entry(NOON, customer);
    }
}
