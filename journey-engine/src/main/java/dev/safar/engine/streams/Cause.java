package dev.safar.engine.streams;

/** The record of the events topic that made something happen. */
record Cause(int partition, long offset, boolean tick) {}
