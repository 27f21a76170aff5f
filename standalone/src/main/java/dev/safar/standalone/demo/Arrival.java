package dev.safar.standalone.demo;

import java.time.Instant;

/**
 * A message that has reached the mailbox.
 *
 * @param title its subject or title, or else how its text begins
 */
record Arrival(String channel, String messageId, String title, Instant at) {}
