package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Settings;
import java.util.List;
import java.util.Optional;

/** Whether a customer can and may be written to on a channel and about a topic. */
final class Reachability {

    static final String NO_ADDRESS = "no-address";
    static final String NO_CONSENT = "no-consent";
    static final String NO_TOPIC_CONSENT = "no-topic-consent";

    private final Settings settings;

    Reachability(Settings settings) {
        this.settings = settings;
    }

    /** The first of the channels that has an address and a consent, where the topic has one. */
    Optional<Channel> firstOf(List<Channel> channels, Optional<String> topic, Customer customer) {
        return channels.stream()
                .filter(channel -> usable(channel, customer) && allowed(topic, customer))
                .findFirst();
    }

    /** Why none of the channels will do. */
    String obstacle(List<Channel> channels, Customer customer) {
        if (channels.stream().anyMatch(channel -> usable(channel, customer))) {
            return NO_TOPIC_CONSENT;
        }
        boolean addressed =
                channels.stream().anyMatch(channel -> address(channel, customer).isPresent());
        return addressed ? NO_CONSENT : NO_ADDRESS;
    }

    private boolean usable(Channel channel, Customer customer) {
        return address(channel, customer).isPresent() && allowed(channel, customer);
    }

    private boolean allowed(Optional<String> topic, Customer customer) {
        return topic.map(name -> {
                    Boolean said = customer.topics().get(name);
                    return said != null ? said : settings.policies().topics().getOrDefault(name, true);
                })
                .orElse(true);
    }

    Optional<String> address(Channel channel, Customer customer) {
        if (channel.addressAttribute().isEmpty()) {
            return Optional.of(customer.id());
        }
        Object value = customer.attributes().get(channel.addressAttribute().get());
        if (value instanceof Long number) {
            return Optional.of(number.toString());
        }
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private boolean allowed(Channel channel, Customer customer) {
        Boolean said = customer.consents().get(channel);
        return said != null ? said : settings.consentByDefault().getOrDefault(channel, false);
    }
}
