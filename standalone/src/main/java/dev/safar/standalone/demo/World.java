package dev.safar.standalone.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the feeder needs of a running Safar: its clock, its doors and a sign that it has come to rest. */
interface World {

    /** Moves the clock of all edges. */
    void stepTo(Instant time);

    /** When the next thing falls due, as far as is known; at rest no one is due before. */
    Optional<Instant> nextDue();

    /** Hands calls in over HTTP, in this order. */
    void post(List<ShopCall> calls);

    /** Opens an e-mail as a mail program does: by fetching its picture. */
    void open(String messageId);

    /** Lets all that is due happen and waits until nothing moves any more. */
    void settle();

    /** The messages that have come since it was last asked. */
    List<Arrival> newArrivals();

    /** All that has happened. */
    Chronicle chronicle();
}
