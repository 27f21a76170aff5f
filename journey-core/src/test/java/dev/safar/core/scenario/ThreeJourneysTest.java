package dev.safar.core.scenario;

import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Event;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.core.runtime.ReceiptEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The journeys that come with the product do what they were asked for, to the second. */
class ThreeJourneysTest {

    private static final Workspace WORKSPACE = Shipped.compiled(Shipped.files());
    private static final Instant START = Rehearsal.START;

    private VirtualTime time;
    private int calls;

    @BeforeEach
    void aCustomerWhoCanBeReachedOnEveryChannel() {
        calls = 0;
        time = new VirtualTime(WORKSPACE, "ada", START);
        Map<String, Object> traits = Map.of(
                "email", "ada@example.com",
                "phone", "+989120000000",
                "push_token", "token-1",
                "consents", List.of("email", "sms", "push"));
        time.feed(new Event(Event.IDENTIFY, "identify", START, Map.of(), traits, false));
    }

    private void event(Duration at, String name, Map<String, Object> fields) {
        time.feed(new Event(name, "call-" + calls++, START.plus(at), fields, Map.of(), false));
    }

    private void addsToCart(Duration at) {
        event(at, "Product Added", Map.of("cart_id", "c1", "cart_total", 50L));
    }

    private void orders(String order, Duration at) {
        event(at, "Order Completed", Map.of("order_id", order, "total", 50L));
    }

    private void opens(String template, Duration at) {
        MessageDecision.MessageRequested message = time.decisions().stream()
                .filter(MessageDecision.MessageRequested.class::isInstance)
                .map(MessageDecision.MessageRequested.class::cast)
                .filter(sent -> sent.template().value().equals(template))
                .reduce((first, second) -> second)
                .orElseThrow();
        String id = message.message().value();
        event(at, ReceiptEvents.name(message.channel(), "opened"), Map.of(ReceiptEvents.MESSAGE_ID, id));
    }

    private Stream<Happening> of(String journey) {
        return Happenings.of(time.decisions(), START).stream()
                .filter(happening -> happening.kind() != Happening.Kind.BRANCH)
                .filter(happening -> happening.journey().value().equals(journey));
    }

    private List<String> story(String journey) {
        time.passWhileDue(START.plus(Duration.ofDays(400)));
        return of(journey)
                .map(happening -> happening.toString().replace("  (" + journey + ")", ""))
                .toList();
    }

    @Test
    void anAbandonedCartIsRemindedOfAfterAnHourADayAndThreeDays() {
        // when
        addsToCart(Duration.ZERO);

        // then
        assertThat(story("abandoned-cart"))
                .containsExactly(
                        "0m  enter: c1",
                        "1h  send: email, template: cart-reminder",
                        "1d  offer: back-5",
                        "1d  send: email, template: cart-offer",
                        "3d  offer: back-10",
                        "3d  send: sms, template: cart-last-chance",
                        "3d  end: completed");
    }

    @Test
    void nothingIsSentAboutACartAfterAnOrderAtAnyPoint() {
        for (Duration at = Duration.ZERO; at.compareTo(Duration.ofDays(4)) < 0; at = at.plusMinutes(10)) {
            // given
            aCustomerWhoCanBeReachedOnEveryChannel();
            addsToCart(Duration.ZERO);

            // when
            orders("o1", at);
            time.passWhileDue(START.plus(Duration.ofDays(10)));

            // then
            Duration order = at;
            assertThat(of("abandoned-cart")
                            .filter(happening -> happening.kind() == Happening.Kind.SEND)
                            .filter(happening -> happening.at().compareTo(order) >= 0))
                    .as("sent after an order at %s", order)
                    .isEmpty();
        }
    }

    @Test
    void aPurchaseIsFollowedForAMonth() {
        // when
        orders("o1", Duration.ZERO);

        // then
        assertThat(story("post-purchase"))
                .containsExactly(
                        "0m  enter: o1",
                        "3h  send: email, template: thank-you",
                        "7d  send: sms, template: survey",
                        "10d  send: sms, template: survey-reminder",
                        "14d  send: email, template: complements",
                        "30d  send: email, template: come-back",
                        "30d  end: completed");
    }

    @Test
    void anAnsweredSurveyIsThankedForWithAnOffer() {
        // given
        orders("o1", Duration.ZERO);

        // when
        event(Duration.ofDays(8), "Survey Answered", Map.of("order_id", "o1"));

        // then
        assertThat(story("post-purchase"))
                .containsExactly(
                        "0m  enter: o1",
                        "3h  send: email, template: thank-you",
                        "7d  send: sms, template: survey",
                        "8d  offer: thanks-10",
                        "8d  send: email, template: thanks-offer",
                        "14d  send: email, template: complements",
                        "30d  send: email, template: come-back",
                        "30d  end: completed");
    }

    @Test
    void whoHasBoughtAgainIsNotAskedToComeBack() {
        // given
        orders("o1", Duration.ZERO);

        // when
        orders("o2", Duration.ofDays(29));

        // then
        assertThat(story("post-purchase"))
                .contains("30d  end: bought-again")
                .doesNotContain("30d  send: email, template: come-back");
    }

    @Test
    void winBackCountsFromTheLastOrderAndWritesAgainWhereTheEmailStaysUnopened() {
        // given
        orders("o1", Duration.ZERO);

        // when
        orders("o2", Duration.ofDays(44));

        // then
        assertThat(story("win-back"))
                .containsExactly(
                        "89d  enter: ",
                        "89d  send: email, template: miss-you",
                        "96d  send: sms, template: miss-you-sms",
                        "96d  end: completed");
    }

    @Test
    void winBackMakesAnOfferToWhoHasOpenedTheEmail() {
        // given
        orders("o1", Duration.ZERO);
        time.passUntil(START.plus(Duration.ofDays(46)));

        // when
        opens("miss-you", Duration.ofDays(47));

        // then
        assertThat(story("win-back"))
                .containsExactly(
                        "45d  enter: ",
                        "45d  send: email, template: miss-you",
                        "50d  offer: back-15",
                        "50d  send: push, template: back-15",
                        "50d  end: completed");
    }

    @Test
    void theOrderThatEndsWinBackStartsPostPurchaseExactlyOnce() {
        // given
        orders("o1", Duration.ZERO);

        // when
        orders("o2", Duration.ofDays(46));

        // then
        assertThat(story("win-back")).contains("46d  end: stopped: Order Completed");
        assertThat(of("post-purchase").filter(happening -> happening.kind() == Happening.Kind.ENTER))
                .extracting(Happening::what)
                .containsExactly("o1", "o2");
    }
}
