package dev.safar.dispatch.lane;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record on its way through a lane, and the tenure it was read in. */
record QueuedMessage(Tenure tenure, ConsumerRecord<String, byte[]> message) {}
