package dev.safar.core.compile;

import dev.safar.core.cron.CronText;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.SegmentId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Timetable;
import java.util.Optional;

/** Makes what begins a journey in which no rule is broken. */
final class StartBuilder {

    private final JourneyDraft draft;

    private StartBuilder(JourneyDraft draft) {
        this.draft = draft;
    }

    static Start build(JourneyDraft draft) {
        return new StartBuilder(draft).start(draft.written().start());
    }

    private Start start(WrittenStart written) {
        if (written instanceof WrittenStart.OnEvent start) {
            return onEvent(start);
        }
        if (written instanceof WrittenStart.Inactive start) {
            return new Start.Inactive(
                    start.event().text(),
                    start.length().length(),
                    start.orSince().isPresent());
        }
        if (written instanceof WrittenStart.SegmentChange start) {
            return new Start.SegmentChange(new SegmentId(start.segment().text()), start.enters());
        }
        if (written instanceof WrittenStart.AtDate start) {
            return new Start.AtDate(
                    DateTexts.ofCustomer(start.date()).orElseThrow(),
                    StartValueRule.yearly(start),
                    DateTexts.timeOf(start).orElseThrow());
        }
        if (written instanceof WrittenStart.Cron start) {
            String text = start.cron().text();
            Timetable cron = new Timetable.Cron(text, CronText.read(text).orElseThrow());
            return new Start.Schedule(cron, segment(start.segment()));
        }
        if (written instanceof WrittenStart.Once start) {
            Timetable once =
                    new Timetable.Once(DateTexts.moment(start.time().text()).orElseThrow());
            return new Start.Schedule(once, segment(start.segment()));
        }
        WrittenStart.Called start = (WrittenStart.Called) written;
        return new Start.Called(
                start.key().map(draft.expressions()::key),
                AgainRule.of(start.again()).orElseThrow());
    }

    private Start onEvent(WrittenStart.OnEvent start) {
        return new Start.OnEvent(
                start.event().on().text(),
                start.event().where().map(draft.expressions()::condition),
                start.key().map(draft.expressions()::key),
                AgainRule.of(start.again()).orElseThrow());
    }

    private static Optional<SegmentId> segment(Optional<YamlNode.Scalar> written) {
        return written.map(segment -> new SegmentId(segment.text()));
    }
}
