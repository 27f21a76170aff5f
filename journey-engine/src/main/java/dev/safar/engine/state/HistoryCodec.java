package dev.safar.engine.state;

import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Timeline;
import dev.safar.engine.state.wire.History;
import dev.safar.engine.state.wire.HistoryOccurrence;
import dev.safar.engine.state.wire.Mark;
import java.util.Map;

/** What is remembered of one kind of event, as part of a stored customer. */
final class HistoryCodec {

    private HistoryCodec() {}

    static void write(BackwardWriter out, EventHistory history) {
        BackwardWriter.lastFirst(history.timeline().marks(), mark -> write(out, mark));
        sums(out, History.SUMS_FIELD_NUMBER, history.sums());
        BackwardWriter.lastFirst(history.recent(), past -> write(out, past));
        ValueCodec.moment(out, History.LAST_FIELD_NUMBER, history.last());
        ValueCodec.moment(out, History.FIRST_FIELD_NUMBER, history.first());
        out.number(History.COUNT_FIELD_NUMBER, history.count());
    }

    private static void write(BackwardWriter out, EventHistory.Occurrence occurrence) {
        int mark = out.mark();
        ValueCodec.values(out, HistoryOccurrence.FIELDS_FIELD_NUMBER, occurrence.fields());
        ValueCodec.moment(out, HistoryOccurrence.TIME_FIELD_NUMBER, occurrence.time());
        out.message(History.RECENT_FIELD_NUMBER, mark);
    }

    private static void write(BackwardWriter out, Timeline.Mark counted) {
        int mark = out.mark();
        sums(out, Mark.SUMS_FIELD_NUMBER, counted.sums());
        out.number(Mark.COUNT_FIELD_NUMBER, counted.count());
        ValueCodec.moment(out, Mark.TIME_FIELD_NUMBER, counted.time());
        out.message(History.MARKS_FIELD_NUMBER, mark);
    }

    private static void sums(BackwardWriter out, int field, Map<String, Double> sums) {
        sums.forEach((name, sum) -> {
            int mark = out.mark();
            out.givenReal(BackwardWriter.VALUE, sum);
            out.entry(field, name, mark);
        });
    }

    static EventHistory decode(History wire) {
        return new EventHistory(
                wire.getCount(),
                ValueCodec.instant(wire.getFirst()),
                ValueCodec.instant(wire.getLast()),
                wire.getRecentList().stream()
                        .map(occurrence -> new EventHistory.Occurrence(
                                ValueCodec.instant(occurrence.getTime()),
                                ValueCodec.objects(occurrence.getFieldsMap())))
                        .toList(),
                wire.getSumsMap(),
                new Timeline(wire.getMarksList().stream()
                        .map(mark -> new Timeline.Mark(
                                ValueCodec.instant(mark.getTime()), mark.getCount(), mark.getSumsMap()))
                        .toList()));
    }
}
