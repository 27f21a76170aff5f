package dev.safar.standalone.sandbox;

import java.net.URI;

/** A form that a provider posts back when a message has been delivered. */
record DeliveryReport(URI callback, String form) {}
