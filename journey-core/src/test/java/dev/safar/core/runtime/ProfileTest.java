package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class ProfileTest {

    private static final Workspace CART = workspace(journey(
            "cart",
            onAny("A"),
            List.of(),
            send("reminder", 1, Channel.EMAIL, Channel.SMS),
            pause("pause", Duration.ofHours(1), 2)));

    private final Life life = new Life(CART);

    @Test
    void keepsWhatAMessageOrAConditionNeeds() {
        // given
        Life compiled = new Life(Compiled.workspace(Map.of(
                "hello.yaml",
                """
                journey: hello
                start: { on: Signed Up, where: customer.plan == 'gold', again: ignore }
                steps: [ { send: sms, template: hi } ]
                """,
                "templates/hi/sms.en.liquid",
                "Hi {{ customer.first_name }} of {{ customer.home.city }}")));

        // when
        List<String> decided = compiled.identify(Map.of(
                "email", "a@b.c",
                "first_name", "Ada",
                "home", Map.of("city", "Yazd"),
                "plan", "gold",
                "zone", "Asia/Tehran",
                "shoe_size", 38L));

        // then
        assertThat(decided)
                .containsExactly(
                        "applied $identify",
                        "attributes {email=a@b.c, first_name=Ada, home={city=Yazd}, plan=gold, zone=Asia/Tehran}");
    }

    @Test
    void keepsOnlyWhatTheEngineItselfNeedsWhereNobodyReadsMore() {
        // given
        Life silent = new Life(Compiled.workspace(Map.of(
                "hello.yaml", "journey: hello\nstart: { on: Signed Up, again: ignore }\nsteps: [ wait: 1h ]\n")));

        // when
        List<String> decided = silent.identify(Map.of("phone", "+98912", "locale", "fa", "shoe_size", 38L));

        // then
        assertThat(decided).containsExactly("applied $identify", "attributes {locale=fa, phone=+98912}");
    }

    @Test
    void tellsOnlyWhatHasChanged() {
        // given
        life.identify(Map.of("email", "a@b.c", "plan", "gold"));

        // when
        List<String> decided = life.identify(Map.of("email", "a@b.c", "plan", "silver"));

        // then
        assertThat(decided).containsExactly("applied $identify", "attributes {plan=silver}");
        assertThat(life.customer().attributes()).isEqualTo(Map.of("email", "a@b.c", "plan", "silver"));
    }

    @Test
    void aListOfConsentsRefusesAllOthers() {
        // when
        life.identify(Map.of("consents", List.of("email")));

        // then
        assertThat(life.customer().consents())
                .isEqualTo(Map.of(Channel.EMAIL, true, Channel.SMS, false, Channel.PUSH, false));
    }

    @Test
    void aMapOfConsentsLeavesTheOthersOpen() {
        // when
        List<String> decided = life.identify(Map.of("consents", Map.of("email", false, "fax", true, "sms", "yes")));

        // then
        assertThat(decided).containsExactly("applied $identify", "consent email no");
    }

    @Test
    void unsubscribingIsFromEmailUnlessItSaysOtherwise() {
        // when
        List<String> email = life.event("0m", "Unsubscribed");
        List<String> sms = life.event("0m", "Unsubscribed", "channel", "sms");
        List<String> fax = life.event("0m", "Unsubscribed", "channel", "fax");

        // then
        assertThat(email).containsExactly("applied Unsubscribed", "consent email no");
        assertThat(sms).containsExactly("applied Unsubscribed", "consent sms no");
        assertThat(fax).containsExactly("applied Unsubscribed");
    }

    @Test
    void aRefusalTakesBackWhatIsStillInTheOutbox() {
        // given
        Life reachable = Life.reachable(CART);
        reachable.event("0m", "A");

        // when
        List<String> decided = reachable.event("1m", "Unsubscribed");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Unsubscribed", "consent email no", "retracts email reminder: consent-withdrawn");
    }

    @Test
    void anImportNeverUndoesARefusal() {
        // given
        life.event("0m", "Unsubscribed");
        Event old = new Event(Event.IDENTIFY, "old", Life.T0, Map.of(), Map.of("consents", List.of("email")), true);

        // when
        life.input(old, Life.at("1h"));

        // then
        assertThat(life.customer().consents())
                .isEqualTo(Map.of(Channel.EMAIL, false, Channel.SMS, false, Channel.PUSH, false));
    }
}
