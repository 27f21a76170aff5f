package dev.safar.benchmarks.throughput;

/**
 * What events cost a contender between two moments.
 *
 * @param cpuMicros processor time of the contender's process for an event
 * @param brokerCpuMicros and of the broker's
 * @param allocatedBytes on the heap for an event
 * @param peakHeap bytes, since the contender was started
 * @param peakResident bytes, since then
 */
public record Cost(
        long events,
        double eventsPerSecond,
        double cpuMicros,
        double brokerCpuMicros,
        double allocatedBytes,
        long peakHeap,
        long peakResident) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    /** How long was measured. */
    double seconds() {
        return events / eventsPerSecond;
    }

    static Cost between(Sample from, Sample to) {
        long events = to.processed() - from.processed();
        long cpu = to.contender().cpuNanos() - from.contender().cpuNanos();
        long brokerCpu = to.broker().cpuNanos() - from.broker().cpuNanos();
        long allocated = to.contender().allocatedBytes() - from.contender().allocatedBytes();
        return new Cost(
                events,
                events * NANOS_PER_SECOND / (to.nanos() - from.nanos()),
                cpu / NANOS_PER_MICRO / events,
                brokerCpu / NANOS_PER_MICRO / events,
                (double) allocated / events,
                to.contender().peakHeap(),
                to.contender().peakResident());
    }
}
