package dev.safar.engine.state;

import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Timeline;
import dev.safar.engine.state.wire.History;
import dev.safar.engine.state.wire.HistoryOccurrence;
import dev.safar.engine.state.wire.Mark;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    static EventHistory history(ForwardReader in) throws IOException {
        return in.message(HistoryCodec::read);
    }

    private static EventHistory read(ForwardReader in) throws IOException {
        long count = 0;
        Instant first = Instant.EPOCH;
        Instant last = Instant.EPOCH;
        List<EventHistory.Occurrence> recent = new ArrayList<>();
        Map<String, Double> sums = new HashMap<>();
        List<Timeline.Mark> marks = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case History.COUNT_FIELD_NUMBER -> count = in.number();
                case History.FIRST_FIELD_NUMBER -> first = ValueCodec.moment(in);
                case History.LAST_FIELD_NUMBER -> last = ValueCodec.moment(in);
                case History.RECENT_FIELD_NUMBER -> recent.add(in.message(HistoryCodec::occurrence));
                case History.SUMS_FIELD_NUMBER -> in.entry(sums, ForwardReader::real);
                case History.MARKS_FIELD_NUMBER -> marks.add(in.message(HistoryCodec::mark));
                default -> in.skip();
            }
        }
        return new EventHistory(count, first, last, recent, sums, new Timeline(marks));
    }

    private static EventHistory.Occurrence occurrence(ForwardReader in) throws IOException {
        Instant time = Instant.EPOCH;
        Map<String, Object> fields = new HashMap<>();
        while (in.next()) {
            switch (in.field()) {
                case HistoryOccurrence.TIME_FIELD_NUMBER -> time = ValueCodec.moment(in);
                case HistoryOccurrence.FIELDS_FIELD_NUMBER -> in.entry(fields, ValueCodec::value);
                default -> in.skip();
            }
        }
        return new EventHistory.Occurrence(time, fields);
    }

    private static Timeline.Mark mark(ForwardReader in) throws IOException {
        Instant time = Instant.EPOCH;
        long count = 0;
        Map<String, Double> sums = new HashMap<>();
        while (in.next()) {
            switch (in.field()) {
                case Mark.TIME_FIELD_NUMBER -> time = ValueCodec.moment(in);
                case Mark.COUNT_FIELD_NUMBER -> count = in.number();
                case Mark.SUMS_FIELD_NUMBER -> in.entry(sums, ForwardReader::real);
                default -> in.skip();
            }
        }
        return new Timeline.Mark(time, count, sums);
    }
}
