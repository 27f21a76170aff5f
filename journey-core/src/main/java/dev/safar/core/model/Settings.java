package dev.safar.core.model;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * What holds for all journeys of a workspace.
 *
 * @param locale the locale of customers who have none of their own, as a BCP 47 tag
 * @param consentByDefault whether a channel may be used while the customer has said neither yes nor no
 * @param maxEventAge an event older than this when it arrives updates the customer but starts nothing
 * @param senders who a message is from, per channel: an address, a number, an application
 * @param policies what holds messages back
 * @param applyLimits what a change may touch
 * @param shop variables for templates, such as {@code shop.name}
 */
public record Settings(
        ZoneId zone,
        String locale,
        Map<Channel, Boolean> consentByDefault,
        Duration maxEventAge,
        Map<Channel, String> senders,
        Policies policies,
        ApplyLimits applyLimits,
        Map<String, Object> shop) {

    public Settings {
        consentByDefault = Map.copyOf(consentByDefault);
        senders = Map.copyOf(senders);
        shop = Map.copyOf(shop);
    }
}
