package dev.safar.standalone.demo;

import java.time.Instant;
import java.util.Map;

/** What a shopper does about a message. */
sealed interface Deed {

    Instant at();

    /** Reads an e-mail. */
    record Opening(Instant at, String messageId) implements Deed {}

    /** Answers the survey on an order. */
    record Answer(Instant at, String customer, String order) implements Deed {

        /** The call that the shop makes then. */
        ShopCall call(Instant now) {
            int stars = 1 + Chance.below(5, "stars for " + order);
            return new ShopCall.Track(
                    now,
                    customer,
                    "answer-" + order,
                    EventNames.SURVEY_ANSWERED,
                    Map.of("order_id", order, "stars", stars));
        }
    }
}
