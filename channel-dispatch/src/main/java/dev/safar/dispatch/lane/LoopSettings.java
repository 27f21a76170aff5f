package dev.safar.dispatch.lane;

import java.time.Duration;

/**
 * The sizes of a loop.
 *
 * @param lanes threads a channel
 * @param queue messages that may wait in front of each
 * @param retractions remembered of each partition
 * @param templateWait how long a message waits for a template that has not been published yet
 */
public record LoopSettings(int lanes, int queue, int retractions, Duration commitInterval, Duration templateWait) {}
