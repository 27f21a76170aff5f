package dev.safar.standalone.chaos.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What samples say of a recovery. */
record Progress(List<Sample> samples) {

    private static final long MARGIN_NANOS = 1_000_000_000;

    /** @param partitions whose processing was broken at {@code since} */
    Recovery after(String what, long since, Set<Integer> partitions) {
        List<Sample> later =
                samples.stream().filter(sample -> sample.nanos() >= since).toList();
        if (later.isEmpty() || partitions.isEmpty()) {
            return new Recovery(what, Optional.empty(), Optional.empty());
        }
        Sample before = later.get(0);
        Optional<Sample> first = later.stream()
                .filter(sample ->
                        partitions.stream().anyMatch(each -> committed(sample, each) > committed(before, each)))
                .findFirst();
        Optional<Sample> caughtUp = first.flatMap(moving -> later.stream()
                .filter(sample -> sample.nanos() >= moving.nanos() && isCaughtUp(sample, partitions))
                .findFirst());
        return new Recovery(
                what, first.map(sample -> since(since, sample)), caughtUp.map(sample -> since(since, sample)));
    }

    private boolean isCaughtUp(Sample sample, Set<Integer> partitions) {
        return samples.stream()
                .filter(earlier -> earlier.nanos() <= sample.nanos() - MARGIN_NANOS)
                .reduce((one, other) -> other)
                .filter(earlier -> partitions.stream()
                        .allMatch(each ->
                                committed(sample, each) >= earlier.ends().getOrDefault(each, 0L)))
                .isPresent();
    }

    private static long committed(Sample sample, int partition) {
        return sample.committed().getOrDefault(partition, 0L);
    }

    private static Duration since(long since, Sample sample) {
        return Duration.ofNanos(sample.nanos() - since);
    }
}
