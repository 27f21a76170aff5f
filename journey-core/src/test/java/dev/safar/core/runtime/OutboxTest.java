package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Start.Again;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.offer;
import static dev.safar.core.runtime.Journeys.on;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.sendWithin;
import static dev.safar.core.runtime.Journeys.stop;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Workspace LAST_CHANCE = workspace(journey(
            "cart",
            onAny("A"),
            List.of(stop("Order Completed")),
            send("last-chance", 1, Channel.SMS, Channel.PUSH, Channel.EMAIL),
            pause("pause", HOUR, 2)));

    private static Life with(Workspace workspace, Map<String, Object> traits) {
        Life life = new Life(workspace);
        life.identify(traits);
        return life;
    }

    @Test
    void asksForAMessageWithAllThatItsChannelNeeds() {
        // given
        Life life = Life.reachable(workspace(journey(
                "cart",
                on("Product Added", Again.IGNORE),
                List.of(),
                offer("back-5", 5, Duration.ofDays(3), 1),
                sendWithin(HOUR, "deal", 2, Channel.EMAIL, Channel.SMS))));

        // when
        List<Decision> decided = life.input(life.of("0m", "Product Added", "cart_id", "c1"), Life.at("1m"));

        // then
        RunDecision.Entered entered = (RunDecision.Entered) decided.get(1);
        String code = Ids.offerCode(entered.run(), "back-5");
        assertThat(life.lastMessage("deal"))
                .isEqualTo(new MessageDecision.MessageRequested(
                        entered.run(),
                        entered.journey(),
                        new StepId("deal"),
                        Ids.message(entered.run(), new StepId("deal"), 0, Channel.EMAIL),
                        Channel.EMAIL,
                        new TemplateId("deal"),
                        "t1",
                        "ada@example.com",
                        "en",
                        Map.of(
                                "customer", Map.of("first_name", "Ada"),
                                "run", Map.of("key", "c1"),
                                "offer", Map.of("code", code, "percent", 5L),
                                "shop", Map.of("name", "Shop")),
                        Life.T0,
                        Optional.of(Life.at(HOUR)),
                        List.of(Channel.SMS),
                        false,
                        Life.at("1m")));
    }

    @Test
    void speaksTheCustomersLanguage() {
        // given
        Life life = Life.reachable(LAST_CHANCE);
        life.identify(Map.of("locale", "fa-IR"));

        // when
        life.event("0m", "A");

        // then
        assertThat(life.lastMessage("last-chance").locale()).isEqualTo("fa-IR");
    }

    @Test
    void skipsChannelsWithoutAnAddress() {
        // given
        Life life = with(LAST_CHANCE, Map.of("push_token", "token-1", "consents", Map.of("push", true, "sms", true)));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).contains("sends push last-chance to token-1 due 0m");
        assertThat(life.lastMessage("last-chance").untried()).containsExactly(Channel.EMAIL);
    }

    @Test
    void aBlankAddressIsNone() {
        // given
        Life life = with(LAST_CHANCE, Map.of("email", " "));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).contains("skips last-chance on [SMS, PUSH, EMAIL]: no-address");
    }

    @Test
    void aPhoneNumberWithoutQuotesIsAnAddress() {
        // given
        Life life = with(LAST_CHANCE, Map.of("phone", 989120000000L, "consents", List.of("sms")));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).contains("sends sms last-chance to 989120000000 due 0m");
    }

    @Test
    void skipsChannelsTheCustomerHasRefused() {
        // given
        Life life = with(LAST_CHANCE, Map.of("phone", "1", "email", "e", "consents", Map.of("sms", false)));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).contains("sends email last-chance to e due 0m");
    }

    @Test
    void withoutAWordFromTheCustomerTheWorkspaceDecides() {
        // given
        Life life = with(LAST_CHANCE, Map.of("phone", "1", "push_token", "t"));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).contains("skips last-chance on [SMS, PUSH, EMAIL]: no-consent");
    }

    @Test
    void aSkippedMessageDoesNotEndTheRun() {
        // given
        Life life = new Life(LAST_CHANCE);

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "entered cart '' as of 0m",
                        "skips last-chance on [SMS, PUSH, EMAIL]: no-address",
                        "waits at pause until 1h");
    }

    @Test
    void sendsNothingThatComesTooLate() {
        // given
        Life life = Life.reachable(workspace(journey(
                "cart",
                onAny("A"),
                List.of(),
                pause("pause", HOUR, 1),
                sendWithin(HOUR, "reminder", 2, Channel.EMAIL))));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("2h 1s");

        // then
        assertThat(decided)
                .containsExactly("skips reminder on [EMAIL]: too-late", "finished cart at reminder: completed");
    }

    @Test
    void sendsWhatIsJustInTime() {
        // given
        Life life = Life.reachable(workspace(journey(
                "cart",
                onAny("A"),
                List.of(),
                pause("pause", HOUR, 1),
                sendWithin(HOUR, "reminder", 2, Channel.EMAIL))));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("2h");

        // then
        assertThat(decided).contains("sends email reminder to ada@example.com due 1h");
    }

    @Test
    void aTemplateThatIsNotThereIsAReasonNotToSend() {
        // given
        Step send = new Step.Send(
                new StepId("s"),
                List.of(Channel.EMAIL),
                new TemplateId("gone"),
                Optional.empty(),
                Map.of(),
                Handling.USUAL,
                1);
        Life life = Life.reachable(workspace(journey("cart", onAny("A"), List.of(), send)));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).contains("skips gone on [EMAIL]: no-template");
    }

    @Test
    void triesTheNextChannelWhenOneFails() {
        // given
        Life life = Life.reachable(LAST_CHANCE);
        life.event("0m", "A");

        // when
        List<String> decided = life.report("5m", "SMS Failed", "last-chance");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied SMS Failed", "sends push last-chance to token-1 due 0m", "last-chance is FAILED");
        assertThat(life.lastMessage("last-chance").untried()).containsExactly(Channel.EMAIL);
    }

    @Test
    void saysSoWhenNoChannelIsLeftThatWillDo() {
        // given
        Life life = with(LAST_CHANCE, Map.of("phone", "1", "consents", List.of("sms")));
        life.event("0m", "A");

        // when
        List<String> decided = life.report("5m", "SMS Bounced", "last-chance");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied SMS Bounced",
                        "skips last-chance on [PUSH, EMAIL]: no-address",
                        "last-chance is FAILED");
    }

    @Test
    void theLastChannelMayFail() {
        // given
        Life life = Life.reachable(workspace(
                journey("cart", onAny("A"), List.of(), send("reminder", 1, Channel.EMAIL), pause("p", HOUR, 2))));
        life.event("0m", "A");

        // when
        List<String> decided = life.report("5m", "Email Dropped", "reminder");

        // then
        assertThat(decided).containsExactly("applied Email Dropped", "reminder is FAILED");
    }

    @Test
    void aFinishedRunStillTriesTheNextChannel() {
        // given
        Life life = Life.reachable(LAST_CHANCE);
        life.event("0m", "A");
        life.report("1m", "SMS Sent", "last-chance");
        life.tick("1h");

        // when
        List<String> decided = life.report("2h", "SMS Failed", "last-chance");
        life.report("2h", "Push Notification Delivered", "last-chance");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied SMS Failed", "sends push last-chance to token-1 due 0m", "last-chance is FAILED");
        assertThat(life.customer().runs()).isEmpty();
    }

    @Test
    void aFinishedRunDoesNotWriteAgainToSomeoneWhoHasBought() {
        // given
        Life life = Life.reachable(LAST_CHANCE);
        life.event("0m", "A");
        life.report("1m", "SMS Sent", "last-chance");
        life.tick("1h");
        life.event("90m", "Order Completed");

        // when
        List<String> decided = life.report("2h", "SMS Failed", "last-chance");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied SMS Failed",
                        "skips last-chance on [PUSH, EMAIL]: stopped: Order Completed",
                        "last-chance is FAILED");
    }

    @Test
    void aStoppedRunTriesNothingMore() {
        // given
        Life life = Life.reachable(LAST_CHANCE);
        life.event("0m", "A");
        life.report("1m", "SMS Sent", "last-chance");
        life.event("10m", "Order Completed");

        // when
        List<String> decided = life.report("2h", "SMS Failed", "last-chance");

        // then
        assertThat(decided).containsExactly("applied SMS Failed");
    }

    @Test
    void anotherChannelIsNotTriedTooLate() {
        // given
        Life life = Life.reachable(workspace(journey(
                "cart",
                onAny("A"),
                List.of(),
                sendWithin(HOUR, "last-chance", 1, Channel.SMS, Channel.EMAIL),
                pause("p", Duration.ofDays(1), 2))));
        life.event("0m", "A");

        // when
        List<String> decided = life.report("61m", "SMS Failed", "last-chance");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied SMS Failed", "skips last-chance on [EMAIL]: too-late", "last-chance is FAILED");
    }
}
