package dev.safar.benchmarks.contender;

/** What the journey written by hand asks to be sent. */
record CartMessage(
        String messageId, String customerId, String channel, String template, String to, String cartId, double total) {}
