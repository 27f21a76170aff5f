package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Run;
import dev.safar.engine.state.wire.Consent;
import dev.safar.engine.state.wire.CustomerState;
import java.util.List;
import java.util.Map;

/** Customers to bytes and back, without loss. The first byte names the format. */
public final class CustomerCodec {

    private CustomerCodec() {}

    public static byte[] encode(StoredCustomer stored) {
        var out = new BackwardWriter();
        write(out, stored.applied());
        out.flag(CustomerState.COUNTED_BY_STEP_FIELD_NUMBER, stored.countedByStep());
        stored.indexedDue().ifPresent(due -> out.givenNumber(CustomerState.INDEXED_DUE_MILLIS_FIELD_NUMBER, due));
        write(out, stored.customer());
        return StateFormat.write(out);
    }

    private static void write(BackwardWriter out, Applied applied) {
        out.flag(CustomerState.APPLIED_COMPLETE_FIELD_NUMBER, applied.complete());
        out.fixed(CustomerState.APPLIED_DIGEST_FIELD_NUMBER, applied.digest());
        out.number(CustomerState.APPLIED_COUNT_FIELD_NUMBER, applied.count());
        out.number(CustomerState.APPLIED_FIRST_FIELD_NUMBER, applied.first());
    }

    private static void write(BackwardWriter out, Customer customer) {
        BrowsingCodec.write(out, customer.browsing());
        customer.firstSeen().ifPresent(seen -> ValueCodec.moment(out, CustomerState.FIRST_SEEN_FIELD_NUMBER, seen));
        out.text(CustomerState.ARRANGED_FIELD_NUMBER, customer.arranged());
        PressureCodec.write(out, customer.pressure());
        customer.segments().forEach(segment -> out.givenText(CustomerState.SEGMENTS_FIELD_NUMBER, segment.value()));
        AgendaCodec.write(out, customer.agenda());
        topics(out, customer.topics());
        recentMessageIds(out, customer.recentMessageIds());
        runs(out, customer.runs());
        history(out, customer.history());
        consents(out, customer.consents());
        ValueCodec.values(out, CustomerState.ATTRIBUTES_FIELD_NUMBER, customer.attributes());
        out.number(CustomerState.NEXT_OFFSET_FIELD_NUMBER, customer.offset() + 1);
        out.text(CustomerState.ID_FIELD_NUMBER, customer.id());
    }

    private static void topics(BackwardWriter out, Map<String, Boolean> topics) {
        topics.forEach((topic, wanted) -> {
            int mark = out.mark();
            out.givenFlag(BackwardWriter.VALUE, wanted);
            out.entry(CustomerState.TOPICS_FIELD_NUMBER, topic, mark);
        });
    }

    private static void recentMessageIds(BackwardWriter out, List<Long> ids) {
        int mark = out.mark();
        BackwardWriter.lastFirst(ids, out::fixedElement);
        out.packed(CustomerState.RECENT_MESSAGE_IDS_FIELD_NUMBER, mark);
    }

    private static void runs(BackwardWriter out, List<Run> runs) {
        BackwardWriter.lastFirst(runs, run -> {
            int mark = out.mark();
            RunCodec.write(out, run);
            out.message(CustomerState.RUNS_FIELD_NUMBER, mark);
        });
    }

    private static void history(BackwardWriter out, Map<String, EventHistory> history) {
        history.forEach((event, past) -> {
            int mark = out.mark();
            HistoryCodec.write(out, past);
            out.message(BackwardWriter.VALUE, mark);
            out.entry(CustomerState.HISTORY_FIELD_NUMBER, event, mark);
        });
    }

    private static void consents(BackwardWriter out, Map<Channel, Boolean> consents) {
        consents.forEach((channel, granted) -> {
            int mark = out.mark();
            out.flag(Consent.GRANTED_FIELD_NUMBER, granted);
            out.number(Consent.CHANNEL_FIELD_NUMBER, WireNames.wire(channel).getNumber());
            out.message(CustomerState.CONSENTS_FIELD_NUMBER, mark);
        });
    }

    /**
     * Reads a stored customer.
     *
     * @throws UnreadableStateException if a newer version wrote it, or it is damaged
     */
    public static StoredCustomer decode(byte[] stored) {
        return StateFormat.read(stored, CustomerReading::read);
    }
}
