package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a customer says yes or no to: channels and topics. Whatever a no is about is taken back while it can be. */
final class Consents {

    /** The trait that carries consents: a list of what is granted, or a map of channel or topic to yes or no. */
    static final String TRAIT = "consents";

    private static final String UNSUBSCRIBED = "Unsubscribed";

    /** In the shop the customer is at home: a list of the channels to be called on does not speak of it. */
    private static final Set<Channel> LISTED = Set.of(Channel.EMAIL, Channel.SMS, Channel.PUSH);

    private final Workspace workspace;
    private final Set<String> topics;

    Consents(Workspace workspace) {
        this.workspace = workspace;
        this.topics = workspace.settings().policies().topics().keySet();
    }

    void apply(Event event, Deliberation deliberation) {
        Map<String, Boolean> said = said(event);
        if (said.isEmpty()) {
            return;
        }
        for (Channel channel : Channel.values()) {
            Optional.ofNullable(said.get(channel.wireName()))
                    .filter(granted ->
                            isNews(granted, deliberation.customer().consents().get(channel), event))
                    .ifPresent(granted -> set(channel, granted, deliberation));
        }
        topics.stream().sorted().forEach(topic -> Optional.ofNullable(said.get(topic))
                .filter(granted ->
                        isNews(granted, deliberation.customer().topics().get(topic), event))
                .ifPresent(granted -> set(topic, granted, deliberation)));
    }

    /** What was imported never undoes a refusal. */
    private static boolean isNews(boolean granted, Boolean known, Event event) {
        boolean oldYes = event.historical() && granted && known != null;
        return !oldYes && !Objects.equals(known, granted);
    }

    private void set(Channel channel, boolean granted, Deliberation deliberation) {
        deliberation.emit(new CustomerDecision.ConsentSet(channel, granted, deliberation.now()));
        if (!granted) {
            retract((run, message) -> message.channel() == channel, deliberation);
        }
    }

    private void set(String topic, boolean granted, Deliberation deliberation) {
        deliberation.emit(new CustomerDecision.TopicConsentSet(topic, granted, deliberation.now()));
        if (!granted) {
            retract(
                    (run, message) -> topicOf(run.journey(), message.step())
                            .filter(topic::equals)
                            .isPresent(),
                    deliberation);
        }
    }

    private Optional<String> topicOf(JourneyRef journey, StepId step) {
        return workspace
                .journey(journey)
                .filter(known -> known.indexOf(step) >= 0)
                .map(known -> known.steps().get(known.indexOf(step)))
                .filter(Step.Send.class::isInstance)
                .flatMap(send -> ((Step.Send) send).handling().topic());
    }

    private static void retract(BiPredicate<Run, SentMessage> refused, Deliberation deliberation) {
        for (Run run : deliberation.customer().runs()) {
            for (SentMessage message : run.messages()) {
                if (message.status() == SentMessage.Status.REQUESTED && refused.test(run, message)) {
                    deliberation.retract(run, message, "consent-withdrawn");
                }
            }
        }
    }

    /** Channels by their names and topics by theirs. */
    private Map<String, Boolean> said(Event event) {
        Map<String, Boolean> said = new HashMap<>();
        Object consents = event.traits().get(TRAIT);
        if (consents instanceof Collection<?> granted) {
            LISTED.forEach(channel -> said.put(channel.wireName(), false));
            granted.forEach(name -> said.put(String.valueOf(name), true));
        } else if (consents instanceof Map<?, ?> each) {
            each.forEach((name, value) -> {
                if (value instanceof Boolean granted) {
                    said.put(String.valueOf(name), granted);
                }
            });
        }
        if (event.name().equals(UNSUBSCRIBED)) {
            said.put(refused(event), false);
        }
        return said;
    }

    /** A topic that is not known here can't be refused alone: then the channel is, so that no refusal is lost. */
    private String refused(Event event) {
        String topic = String.valueOf(event.fields().getOrDefault("topic", ""));
        String channel = String.valueOf(event.fields().getOrDefault("channel", ""));
        boolean known = Channel.ofWireName(channel).isPresent();
        return topics.contains(topic) ? topic : known ? channel : Channel.EMAIL.wireName();
    }
}
