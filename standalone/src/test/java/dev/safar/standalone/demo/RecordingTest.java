package dev.safar.standalone.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingTest {

    private static final Instant NINE = Instant.parse("2025-01-01T09:00:00Z");

    @Test
    void putsCustomersInOneOrderAndSaysWhoSomeoneIsBeforeWhatTheyDid() {
        // given
        ShopCall late = new ShopCall.Track(NINE.plusSeconds(60), "ada", "a1", "Product Viewed", Map.of());
        ShopCall early = new ShopCall.Track(NINE, "bob", "b1", "Product Viewed", Map.of());

        // when
        Recording recording = Recording.of(List.of(List.of(late), List.of(early)));

        // then
        assertThat(recording.calls())
                .containsExactly(
                        new ShopCall.Identify(NINE, "bob", "identify-bob", Profiles.traits("bob", 1)),
                        early,
                        new ShopCall.Identify(late.at(), "ada", "identify-ada", Profiles.traits("ada", 0)),
                        late);
    }

    @Test
    void holdsWhatItsNoticeSays() {
        // when
        Recording recording = Recording.load(60);

        // then
        Map<String, Long> counts = recording.calls().stream()
                .map(RecordingTest::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts)
                .isEqualTo(Map.of(
                        "identify", 70L,
                        "Product Viewed", 522L,
                        "Product Added", 21L,
                        "Order Completed", 152L,
                        "Order Refunded", 36L));
        assertThat(recording.calls()).extracting(ShopCall::messageId).doesNotHaveDuplicates();
    }

    @Test
    void writesACallAsSegmentDoes() {
        // given
        ShopCall call = new ShopCall.Track(NINE, "ada", "a1", "Product Viewed", Map.of("product_id", "7"));

        // when
        Map<String, Object> item = call.toSegment();

        // then
        assertThat(item)
                .isEqualTo(Map.of(
                        "type", "track",
                        "userId", "ada",
                        "messageId", "a1",
                        "timestamp", "2025-01-01T09:00:00Z",
                        "event", "Product Viewed",
                        "properties", Map.of("product_id", "7")));
    }

    private static String name(ShopCall call) {
        return call instanceof ShopCall.Track track ? track.event() : "identify";
    }
}
