package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Handling.Priority;
import dev.safar.core.model.Handling.Quiet;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Policies;
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
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

/** What customers say about topics, and what comes of it. */
class ConsentsTest {

    private static final Policies NONE = Policies.NONE;
    private static final Duration HOUR = Duration.ofHours(1);

    private static Policies topics(Map<String, Boolean> topics) {
        return new Policies(NONE.weekend(), Map.of(), Map.of(), topics, Optional.empty(), Optional.empty());
    }

    private static Step sendAbout(String topic, String template) {
        return new Step.Send(
                new StepId(template),
                List.of(Channel.EMAIL),
                new TemplateId(template),
                Optional.empty(),
                Map.of(),
                new Handling(Quiet.DEFER, Priority.NORMAL, Optional.of(topic)),
                2);
    }

    /** After an hour, the message; and then another hour, so that messages of it are still heard of. */
    private static Journey hourly(String id, Step send) {
        return journey(id, onAny("A"), List.of(), pause("pause", HOUR, 1), send, pause("rest", HOUR, 3));
    }

    private static Life begun(Workspace workspace) {
        Life life = Life.reachable(workspace);
        life.event("0m", "A");
        return life;
    }

    @Test
    void aTopicThatNeedsAYesIsNotWrittenAboutWithoutOne() {
        // given
        Workspace workspace = workspace(topics(Map.of("survey", false)), hourly("j", sendAbout("survey", "reminder")));
        Life silent = begun(workspace);
        Life willing = begun(workspace);

        // when
        List<String> said = willing.identify(Map.of("consents", Map.of("survey", true)));

        // then
        assertThat(said).contains("topic survey yes");
        assertThat(silent.tick("1h")).contains("skips reminder on [EMAIL]: no-topic-consent");
        assertThat(willing.tick("1h")).contains("sends email reminder to ada@example.com due 1h");
    }

    @Test
    void aTopicThatIsRefusedTakesBackWhatHasNotLeftYet() {
        // given
        Life life = begun(workspace(
                topics(Map.of("promotions", true)),
                hourly("j", sendAbout("promotions", "reminder")),
                hourly("k", send("thanks", 2, Channel.EMAIL))));
        life.tick("1h");

        // then
        assertThat(life.event("1h 10m", "Unsubscribed", "topic", "promotions", "channel", "email"))
                .containsExactly(
                        "applied Unsubscribed", "topic promotions no", "retracts email reminder: consent-withdrawn");
    }

    @Test
    void whoUnsubscribesFromATopicThatIsNotKnownIsNotWrittenToOnThatChannel() {
        // given
        Life life = begun(workspace(topics(Map.of("promotions", true)), hourly("j", send("reminder", 2, Channel.SMS))));

        // then
        assertThat(life.event("1m", "Unsubscribed", "topic", "news", "channel", "sms"))
                .contains("consent sms no");
        assertThat(life.event("2m", "Unsubscribed", "topic", "news")).contains("consent email no");
    }

    @Test
    void aListOfConsentsSpeaksOfTopicsItNamesAndNotOfTheShopItself() {
        // given
        Life life = new Life(workspace(topics(Map.of("promotions", true, "survey", false))));

        // then
        assertThat(life.identify(Map.of("consents", List.of("email", "survey"))))
                .containsExactly(
                        "applied $identify",
                        "consent email yes",
                        "consent sms no",
                        "consent push no",
                        "topic survey yes");
    }
}
