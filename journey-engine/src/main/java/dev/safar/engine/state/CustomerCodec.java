package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.model.SegmentId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.core.runtime.EventHistory;
import dev.safar.engine.state.wire.Consent;
import dev.safar.engine.state.wire.CustomerState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Customers to bytes and back, without loss. The first byte names the format. */
public final class CustomerCodec {

    private CustomerCodec() {}

    public static byte[] encode(StoredCustomer stored) {
        Customer customer = stored.customer();
        CustomerState.Builder wire = CustomerState.newBuilder()
                .setId(customer.id())
                .setNextOffset(customer.offset() + 1)
                .addAllRecentMessageIds(customer.recentMessageIds())
                .setCountedByStep(stored.countedByStep())
                .setAppliedFirst(stored.applied().first())
                .setAppliedCount(stored.applied().count())
                .setAppliedDigest(stored.applied().digest())
                .setAppliedComplete(stored.applied().complete());
        ValueCodec.each(customer.attributes(), wire::putAttributes);
        customer.consents()
                .forEach((channel, granted) -> wire.addConsents(
                        Consent.newBuilder().setChannel(WireNames.wire(channel)).setGranted(granted)));
        customer.history().forEach((event, history) -> wire.putHistory(event, HistoryCodec.encode(history)));
        customer.runs().forEach(run -> wire.addRuns(RunCodec.encode(run)));
        customer.topics().forEach(wire::putTopics);
        wire.setArranged(customer.arranged());
        customer.segments().forEach(segment -> wire.addSegments(segment.value()));
        customer.firstSeen().ifPresent(seen -> wire.setFirstSeen(ValueCodec.moment(seen)));
        AgendaCodec.encode(customer.agenda(), wire);
        PressureCodec.encode(customer.pressure(), wire);
        BrowsingCodec.encode(customer.browsing(), wire);
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
        Customer customer = new CustomerBuilder(wire.getId())
                .offset(wire.getNextOffset() - 1)
                .attributes(ValueCodec.objects(wire.getAttributesMap()))
                .consents(consents(wire))
                .topics(wire.getTopicsMap())
                .history(history(wire))
                .browsing(BrowsingCodec.decode(wire))
                .runs(wire.getRunsList().stream().map(RunCodec::decode).toList())
                .agenda(AgendaCodec.decode(wire))
                .segments(wire.getSegmentsList().stream().map(SegmentId::new).collect(Collectors.toSet()))
                .pressure(PressureCodec.decode(wire))
                .recentMessageIds(wire.getRecentMessageIdsList())
                .arranged(wire.getArranged())
                .firstSeen(
                        wire.hasFirstSeen() ? Optional.of(ValueCodec.instant(wire.getFirstSeen())) : Optional.empty())
                .build();
        return new StoredCustomer(
                customer,
                wire.hasIndexedDueMillis() ? OptionalLong.of(wire.getIndexedDueMillis()) : OptionalLong.empty(),
                wire.getCountedByStep(),
                applied(wire));
    }

    private static Applied applied(CustomerState wire) {
        return new Applied(
                wire.getAppliedFirst(), wire.getAppliedCount(), wire.getAppliedDigest(), wire.getAppliedComplete());
    }

    private static Map<Channel, Boolean> consents(CustomerState wire) {
        Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
        wire.getConsentsList()
                .forEach(consent -> consents.put(WireNames.channel(consent.getChannel()), consent.getGranted()));
        return consents;
    }

    private static Map<String, EventHistory> history(CustomerState wire) {
        Map<String, EventHistory> history = new HashMap<>();
        wire.getHistoryMap().forEach((event, stored) -> history.put(event, HistoryCodec.decode(stored)));
        return history;
    }
}
