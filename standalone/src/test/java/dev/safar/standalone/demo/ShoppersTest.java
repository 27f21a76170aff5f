package dev.safar.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShoppersTest {

    private static final Instant NINE = Instant.parse("2025-01-01T09:00:00Z");

    private final Shoppers shoppers = new Shoppers();

    @Test
    void openSomeMailsWithinHoursAndAnswerSomeSurveysWithinTwoDays() {
        // given
        for (int i = 0; i < 100; i++) {
            notice(shoppers, "email", "thank-you", i);
            notice(shoppers, "sms", "survey", i);
        }

        // when
        List<Deed> inTime = new ArrayList<>(shoppers.until(NINE.plus(Duration.ofDays(2))));

        // then
        assertThat(inTime.stream().filter(deed -> deed instanceof Deed.Opening)).hasSizeBetween(30, 60);
        assertThat(inTime.stream().filter(deed -> deed instanceof Deed.Answer)).hasSizeBetween(25, 55);
        assertThat(inTime).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(inTime).allMatch(deed -> deed.at().isAfter(NINE));
        assertThat(shoppers.latest()).isEmpty();
    }

    @Test
    void doTheSameInEveryRun() {
        // given
        Shoppers again = new Shoppers();
        for (int i = 0; i < 20; i++) {
            notice(shoppers, "email", "thank-you", i);
            notice(again, "email", "thank-you", i);
        }

        // then
        assertThat(shoppers.latest()).isPresent().isEqualTo(again.latest());
        assertThat(shoppers.until(Instant.MAX)).isEqualTo(again.until(Instant.MAX));
    }

    @Test
    void sayWhichOrderTheyAnswerAbout() {
        // given
        Deed.Answer answer = new Deed.Answer(NINE, "ada", "o1");

        // when
        ShopCall call = answer.call(NINE.plusSeconds(60));

        // then
        int stars = 1 + Chance.below(5, "stars for o1");
        assertThat(call)
                .isEqualTo(new ShopCall.Track(
                        NINE.plusSeconds(60),
                        "ada",
                        "answer-o1",
                        "Survey Answered",
                        Map.of("order_id", "o1", "stars", stars)));
    }

    private static void notice(Shoppers shoppers, String channel, String template, int second) {
        Instant at = NINE.plusSeconds(second);
        String id = template + "-" + second;
        Map<String, Object> variables = Map.of("run", Map.of("key", "o" + second));
        shoppers.notice(new Arrival(channel, id, "Hello", at), Records.message(id, channel, template, variables, at));
    }
}
