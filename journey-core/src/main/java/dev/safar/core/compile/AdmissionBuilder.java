package dev.safar.core.compile;

import dev.safar.core.definition.WrittenAdmission;
import dev.safar.core.definition.WrittenDuration;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Admission;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Makes what says who may begin a journey and when. */
final class AdmissionBuilder {

    private AdmissionBuilder() {}

    static Admission build(JourneyDraft draft) {
        WrittenAdmission written = draft.written().admission();
        ZoneId zone = draft.around().settings().zone();
        return new Admission(
                written.audience().map(draft.expressions()::condition),
                written.from().flatMap(from -> from(from, zone)),
                written.to().flatMap(to -> to(to, zone)),
                written.maxEventAge().map(WrittenDuration::length),
                written.cooldown().map(WrittenDuration::length));
    }

    /** The first moment of a period; empty where it can't be read. */
    static Optional<Instant> from(YamlNode.Scalar from, ZoneId zone) {
        return DateTexts.moment(from.text()).map(moment -> instant(moment, zone));
    }

    /** The first moment after a period: a last day belongs to it. */
    static Optional<Instant> to(YamlNode.Scalar to, ZoneId zone) {
        return DateTexts.day(to.text())
                .map(day -> day.plusDays(1).atStartOfDay())
                .or(() -> DateTexts.moment(to.text()))
                .map(moment -> instant(moment, zone));
    }

    private static Instant instant(LocalDateTime moment, ZoneId zone) {
        return moment.atZone(zone).toInstant();
    }
}
