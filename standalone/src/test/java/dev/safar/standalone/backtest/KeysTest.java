package dev.safar.standalone.backtest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @Test
    void sortEventsByCustomerThenByTimeThenAsTheyStood() {
        assertInOrder(
                Keys.report("a", 9, "message"),
                Keys.event("a", Instant.EPOCH, 9, CONTENT),
                Keys.event("a", NOON, 7, CONTENT),
                Keys.event("a", NOON, 300, CONTENT),
                Keys.event("a", NOON.plusNanos(1), 1, CONTENT),
                Keys.event("aa", Instant.EPOCH, 0, CONTENT),
                Keys.event("b", Instant.EPOCH.minusSeconds(1), 0, CONTENT),
                Keys.event("b", Instant.EPOCH, 0, CONTENT),
                Keys.event("آوا", Instant.EPOCH, 0, CONTENT));
    }

    @Test
    void sortDecisionsByTimeThenByCustomerThenAsTheyCameAbout() {
        assertInOrder(
                Keys.decision(Instant.EPOCH, "z", 0, CONTENT),
                Keys.decision(NOON, "a", 2, CONTENT),
                Keys.decision(NOON, "a", 10, CONTENT),
                Keys.decision(NOON, "aa", 1, CONTENT),
                Keys.decision(NOON.plusNanos(1), "a", 0, CONTENT));
    }

    @Test
    void giveBackWhatTheyWereMadeOf() {
        byte[] event = Keys.event("آوا", NOON, 1, CONTENT);

        assertThat(Keys.customerOf(event)).isEqualTo("آوا");
        assertThat(Keys.isReport(event)).isFalse();
        assertThat(Keys.isReport(Keys.report("آوا", 1, "message"))).isTrue();
        assertThat(Keys.eventContent(event)).isEqualTo(CONTENT);
        assertThat(Keys.decisionContent(Keys.decision(NOON, "آوا", 1, CONTENT))).isEqualTo(CONTENT);
        assertThat(Keys.customerContent(Keys.customer("آوا", CONTENT))).isEqualTo(CONTENT);
    }

    @Test
    void tellCustomersApart() {
        byte[] ada = Keys.event("ada", NOON, 1, CONTENT);

        assertThat(Keys.sameCustomer(ada, Keys.event("ada", Instant.EPOCH, 2, CONTENT)))
                .isTrue();
        assertThat(Keys.sameCustomer(ada, Keys.event("ad", NOON, 1, CONTENT))).isFalse();
        assertThat(Keys.sameCustomer(ada, Keys.event("adam", NOON, 1, CONTENT))).isFalse();
    }

    private static void assertInOrder(byte[]... keys) {
        List<byte[]> sorted = new ArrayList<>(Arrays.asList(keys));
        sorted.sort(Arrays::compareUnsigned);
        assertThat(sorted).containsExactly(keys);
    }
}
