package dev.safar.core.model;

import java.util.Locale;
import java.util.Optional;

/** A way to reach a customer, and the customer attribute that holds the address for it, where one is needed. */
public enum Channel {
    EMAIL("email"),
    SMS("phone"),
    PUSH("push_token"),
    /** In the shop itself, where the customer is known by id. */
    INAPP;

    private final Optional<String> addressAttribute;

    Channel() {
        this.addressAttribute = Optional.empty();
    }

    Channel(String addressAttribute) {
        this.addressAttribute = Optional.of(addressAttribute);
    }

    /** The customer attribute without which this channel can't be used; empty where the customer's id is the address. */
    public Optional<String> addressAttribute() {
        return addressAttribute;
    }

    /** As written in a journey and on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> ofWireName(String name) {
        for (Channel channel : values()) {
            if (channel.wireName().equals(name)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
