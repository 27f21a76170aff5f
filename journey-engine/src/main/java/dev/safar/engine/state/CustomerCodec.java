package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.EventHistory;
import dev.safar.engine.state.wire.Consent;
import dev.safar.engine.state.wire.CustomerState;
import dev.safar.engine.state.wire.History;
import dev.safar.engine.state.wire.HistoryOccurrence;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Customers to bytes and back, without loss. The first byte names the format. */
public final class CustomerCodec {

    private CustomerCodec() {}

    public static byte[] encode(StoredCustomer stored) {
        Customer customer = stored.customer();
        CustomerState.Builder wire = CustomerState.newBuilder()
                .setId(customer.id())
                .setNextOffset(customer.offset() + 1)
                .putAllAttributes(ValueCodec.values(customer.attributes()))
                .addAllRecentMessageIds(customer.recentMessageIds());
        customer.consents()
                .forEach((channel, granted) -> wire.addConsents(
                        Consent.newBuilder().setChannel(WireNames.wire(channel)).setGranted(granted)));
        customer.history().forEach((event, history) -> wire.putHistory(event, encode(history)));
        customer.runs().forEach(run -> wire.addRuns(RunCodec.encode(run)));
        customer.silences().forEach((journey, due) -> wire.putSilences(journey.value(), ValueCodec.moment(due)));
        stored.indexedDue().ifPresent(wire::setIndexedDueMillis);
        return StateFormat.write(wire.build());
    }

    /**
     * Reads a stored customer.
     *
     * @throws UnreadableStateException if a newer version wrote it, or it is damaged
     */
    public static StoredCustomer decode(byte[] stored) {
        CustomerState wire = StateFormat.read(stored, CustomerState.parser());
        Customer customer = new Customer(
                wire.getId(),
                wire.getNextOffset() - 1,
                ValueCodec.objects(wire.getAttributesMap()),
                consents(wire),
                history(wire),
                wire.getRunsList().stream().map(RunCodec::decode).toList(),
                silences(wire),
                wire.getRecentMessageIdsList());
        return new StoredCustomer(
                customer,
                wire.hasIndexedDueMillis() ? OptionalLong.of(wire.getIndexedDueMillis()) : OptionalLong.empty());
    }

    private static History encode(EventHistory history) {
        History.Builder wire = History.newBuilder()
                .setCount(history.count())
                .setFirst(ValueCodec.moment(history.first()))
                .setLast(ValueCodec.moment(history.last()));
        history.recent()
                .forEach(occurrence -> wire.addRecent(HistoryOccurrence.newBuilder()
                        .setTime(ValueCodec.moment(occurrence.time()))
                        .putAllFields(ValueCodec.values(occurrence.fields()))));
        return wire.build();
    }

    private static EventHistory decode(History wire) {
        return new EventHistory(
                wire.getCount(),
                ValueCodec.instant(wire.getFirst()),
                ValueCodec.instant(wire.getLast()),
                wire.getRecentList().stream()
                        .map(occurrence -> new EventHistory.Occurrence(
                                ValueCodec.instant(occurrence.getTime()),
                                ValueCodec.objects(occurrence.getFieldsMap())))
                        .toList());
    }

    private static Map<Channel, Boolean> consents(CustomerState wire) {
        Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
        wire.getConsentsList()
                .forEach(consent -> consents.put(WireNames.channel(consent.getChannel()), consent.getGranted()));
        return consents;
    }

    private static Map<String, EventHistory> history(CustomerState wire) {
        Map<String, EventHistory> history = new HashMap<>();
        wire.getHistoryMap().forEach((event, stored) -> history.put(event, decode(stored)));
        return history;
    }

    private static Map<JourneyId, Instant> silences(CustomerState wire) {
        Map<JourneyId, Instant> silences = new HashMap<>();
        wire.getSilencesMap().forEach((journey, due) -> silences.put(new JourneyId(journey), ValueCodec.instant(due)));
        return silences;
    }
}
