package dev.safar.engine.state;

import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Timeline;
import dev.safar.engine.state.wire.History;
import dev.safar.engine.state.wire.HistoryOccurrence;
import dev.safar.engine.state.wire.Mark;

/** What is remembered of one kind of event, as part of a stored customer. */
final class HistoryCodec {

    private HistoryCodec() {}

    static History encode(EventHistory history) {
        History.Builder wire = History.newBuilder()
                .setCount(history.count())
                .setFirst(ValueCodec.moment(history.first()))
                .setLast(ValueCodec.moment(history.last()));
        history.sums().forEach(wire::putSums);
        history.recent().forEach(occurrence -> wire.addRecent(encode(occurrence)));
        history.timeline().marks().forEach(mark -> wire.addMarks(encode(mark)));
        return wire.build();
    }

    private static HistoryOccurrence.Builder encode(EventHistory.Occurrence occurrence) {
        HistoryOccurrence.Builder wire = HistoryOccurrence.newBuilder().setTime(ValueCodec.moment(occurrence.time()));
        ValueCodec.each(occurrence.fields(), wire::putFields);
        return wire;
    }

    private static Mark.Builder encode(Timeline.Mark mark) {
        Mark.Builder wire =
                Mark.newBuilder().setTime(ValueCodec.moment(mark.time())).setCount(mark.count());
        mark.sums().forEach(wire::putSums);
        return wire;
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
