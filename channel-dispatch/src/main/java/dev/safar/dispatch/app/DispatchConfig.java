package dev.safar.dispatch.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings under {@code safar.dispatch}; {@code docs/providers.md} tells them in full. */
@ConfigMapping(prefix = "safar.dispatch")
public interface DispatchConfig {

    /** The consumer group: all instances of one installation share it. */
    @WithDefault("safar-dispatch")
    String groupId();

    /** A name that stays the same over restarts of this instance, which are quicker with it. */
    Optional<String> instanceId();

    /** How often finished messages are committed. */
    @WithDefault("500ms")
    Duration commitInterval();

    /** Threads a channel; a customer's messages always go through the same one. */
    @WithDefault("4")
    int lanes();

    /** Messages that may wait in front of each lane. */
    @WithDefault("50")
    int queue();

    /** Retractions remembered of each partition. */
    @WithDefault("100000")
    int retractions();

    /** How long a message waits for a template that has not been published yet. */
    @WithDefault("30s")
    Duration templateWait();

    /** Since its request; what an outage has held longer is dropped. */
    @WithDefault("48h")
    Duration maxAge();

    /** Where this service is reached from outside; without it nothing is tracked and no delivery is reported by SMS providers. */
    Optional<String> publicUrl();

    /** Signs tracking links, 16 characters or more, the same on all instances; without it nothing is tracked. */
    Optional<String> trackingSecret();

    Retry retry();

    Circuit circuit();

    Email email();

    Sms sms();

    Push push();

    Webhook webhook();

    InApp inapp();

    /** How a message is tried again. */
    interface Retry {
        /** Answers to try later after which a message fails. */
        @WithDefault("6")
        int maxTries();

        /** Attempts without a known outcome after which a message fails; each may have reached the customer. */
        @WithDefault("3")
        int maxUnknowns();

        /** Wait after the first try; doubles from there. */
        @WithDefault("1s")
        Duration first();

        /** Longest wait between two tries. */
        @WithDefault("30s")
        Duration longest();
    }

    /** When a provider is left alone for a while. */
    interface Circuit {
        /** Calls looked at. */
        @WithDefault("10")
        int calls();

        /** Share of them that failed. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long it is left alone. */
        @WithDefault("5s")
        Duration delay();
    }

    /** E-mail goes through {@code quarkus.mailer.*}. */
    interface Email {
        /** Messages a second; 0 for no limit. */
        @WithDefault("0")
        double rate();

        /** Longest wait for the SMTP server. */
        @WithDefault("20s")
        Duration timeout();
    }

    /** SMS. */
    interface Sms {
        /** {@code none}, {@code twilio}, {@code kavenegar}, or {@code sandbox}: Twilio's API without an account. */
        @WithDefault("none")
        String provider();

        /** Base URL; that of the provider if absent. */
        Optional<String> url();

        /** Twilio's account SID. */
        Optional<String> account();

        /** Twilio's auth token or Kavenegar's API key. */
        Optional<String> secret();

        /** Kavenegar's reports carry no signature: the key that their URL must have. */
        Optional<String> callbackKey();

        /** ISO 3166 country of numbers written without a country code. */
        Optional<String> region();

        /** Messages a second; 0 for no limit. */
        @WithDefault("0")
        double rate();

        /** Longest wait for an answer. */
        @WithDefault("10s")
        Duration timeout();
    }

    /** Messages in the shop. */
    interface InApp {
        /** With which the shop signs who its customer is, 16 characters or more; without it the channel has no provider. */
        Optional<String> secret();

        /** Origins of the shop's pages, such as {@code https://shop.example}; {@code *} for any. */
        Optional<List<String>> origins();

        /** Longest wait for the customer; a step's {@code not_later_than} may be shorter. */
        @WithDefault("7d")
        Duration keep();

        /** Messages that wait for one customer; a further one pushes the oldest out. */
        @WithDefault("10")
        int perCustomer();

        /** Messages that wait in all; further ones are refused. */
        @WithDefault("20000")
        int total();

        /** Pages that are open at the same time. */
        @WithDefault("10000")
        int connections();
    }

    /** Calls of other systems. */
    interface Webhook {
        /** What may be called: {@code host}, {@code host:port}, {@code *.domain}, {@code *} for every public host. */
        @WithDefault("*")
        List<String> hosts();

        /** Signs the calls as Standard Webhooks lays down; without it they are not signed. */
        Optional<String> secret();

        /** Calls a second; 0 for no limit. */
        @WithDefault("0")
        double rate();

        /** Longest wait for an answer; a step's own timeout may be shorter. */
        @WithDefault("10s")
        Duration timeout();
    }

    /** Push. */
    interface Push {
        /** {@code none}, {@code fcm}, or {@code sandbox}: FCM's API without a project. */
        @WithDefault("none")
        String provider();

        /** Base URL; that of the provider if absent. */
        Optional<String> url();

        /** Firebase's project id. */
        Optional<String> project();

        /** An OAuth 2 access token. */
        Optional<String> token();

        /** Messages a second; 0 for no limit. */
        @WithDefault("0")
        double rate();

        /** Longest wait for an answer. */
        @WithDefault("10s")
        Duration timeout();
    }
}
