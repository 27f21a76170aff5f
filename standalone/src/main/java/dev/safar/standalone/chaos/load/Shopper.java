package dev.safar.standalone.chaos.load;

import java.time.Duration;
import java.util.List;

/** A customer with all that one will do, the first of it {@code after} the load has begun. */
record Shopper(String id, Duration after, List<Deed> deeds) {}
