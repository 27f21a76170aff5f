package dev.safar.standalone.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeederTest {

    private static final Instant NINE = Instant.parse("2025-01-01T09:00:00Z");

    private final FakeWorld world = new FakeWorld();

    @Test
    void letsWhatFallsDueHappenBeforeTheNextCall() {
        // given
        Recording recording = new Recording(List.of(order("o1", Duration.ZERO), order("o2", Duration.ofDays(2))));

        // when
        feed(recording);

        // then
        assertThat(world.log)
                .startsWith(
                        "step 2025-01-01T09:00:00Z",
                        "post o1",
                        "settle",
                        "step 2025-01-02T09:00:00Z",
                        "send survey-o1",
                        "settle")
                .endsWith("step 2025-01-03T09:00:00Z", "post o2", "settle");
    }

    @Test
    void handsInACallBeforeWhatFallsDueAtTheSameInstant() {
        // given
        Recording recording = new Recording(List.of(order("o1", Duration.ZERO), order("o2", Duration.ofDays(1))));

        // when
        feed(recording);

        // then
        assertThat(world.log)
                .containsExactly(
                        "step 2025-01-01T09:00:00Z",
                        "post o1",
                        "settle",
                        "step 2025-01-02T09:00:00Z",
                        "post o2",
                        "send survey-o1",
                        "settle");
    }

    @Test
    void takesViewsAlongWithTheNextCallOrAtTheEnd() {
        // given
        Recording recording = new Recording(
                List.of(view("v1", Duration.ZERO), order("o1", Duration.ofHours(1)), view("v2", Duration.ofHours(2))));

        // when
        feed(recording);

        // then
        assertThat(world.log)
                .containsExactly(
                        "step 2025-01-01T10:00:00Z",
                        "post v1",
                        "post o1",
                        "settle",
                        "step 2025-01-01T11:00:00Z",
                        "post v2",
                        "settle");
    }

    @Test
    void letsShoppersOpenAndAnswerSomeOfWhatTheyGet() {
        // given
        List<ShopCall> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            orders.add(order("o" + i, Duration.ofDays(i * 7L)));
        }

        // when
        feed(new Recording(orders));

        // then
        assertThat(world.log.stream().filter(line -> line.startsWith("open survey-")))
                .hasSizeBetween(3, 16);
        assertThat(world.log.stream().filter(line -> line.startsWith("post answer-")))
                .hasSizeBetween(3, 16);
    }

    private void feed(Recording recording) {
        Progress progress = new Progress(
                new PrintWriter(new StringWriter()), Progress.Style.FILE, NINE, NINE.plus(Duration.ofDays(365)));
        new Feeder(world, recording, progress).run();
    }

    private static ShopCall order(String id, Duration after) {
        return new ShopCall.Track(NINE.plus(after), "ada", id, "Order Completed", Map.of("order_id", id));
    }

    private static ShopCall view(String id, Duration after) {
        return new ShopCall.Track(NINE.plus(after), "ada", id, "Product Viewed", Map.of());
    }
}
