package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;
import java.util.Optional;

/** The segment that a journey starts from, or is for, exists. */
final class StartSegmentRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        segment(journey.written().start())
                .ifPresent(segment -> UnknownSegmentRule.check(
                        segment.text(), segment.where(), journey.around().segments(), problems));
    }

    private static Optional<YamlNode.Scalar> segment(WrittenStart written) {
        if (written instanceof WrittenStart.SegmentChange start) {
            return Optional.of(start.segment());
        }
        if (written instanceof WrittenStart.Cron start) {
            return start.segment();
        }
        return written instanceof WrittenStart.Once start ? start.segment() : Optional.empty();
    }
}
