package dev.safar.standalone.log;

import org.apache.kafka.common.TopicPartition;

/**
 * A part of a log.
 *
 * @param end the first offset that does not belong to it
 */
public record Span(TopicPartition partition, long begin, long end) {}
