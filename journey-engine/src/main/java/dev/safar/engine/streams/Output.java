package dev.safar.engine.streams;

/** A record to be written to a topic, keyed by customer. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only written
record Output(String topic, byte[] value) {}
