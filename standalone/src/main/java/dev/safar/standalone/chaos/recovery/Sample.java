package dev.safar.standalone.chaos.recovery;

import java.util.Map;

/**
 * How far events were written and processed at one time, by partition.
 *
 * @param nanos when
 */
record Sample(long nanos, Map<Integer, Long> ends, Map<Integer, Long> committed) {}
