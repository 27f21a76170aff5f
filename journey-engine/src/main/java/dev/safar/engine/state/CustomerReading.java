package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.SegmentId;
import dev.safar.core.runtime.Agenda;
import dev.safar.core.runtime.Browsing;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Pressure;
import dev.safar.core.runtime.Run;
import dev.safar.engine.state.wire.Consent;
import dev.safar.engine.state.wire.CustomerState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A stored customer, as far as it has been read. */
final class CustomerReading {

    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
    private final Map<String, Boolean> topics = new HashMap<>();
    private final Map<String, EventHistory> history = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final Map<JourneyId, Instant> silences = new HashMap<>();
    private final Map<JourneyId, Instant> dates = new HashMap<>();
    private final Set<SegmentId> segments = new HashSet<>();
    private final List<Pressure.Sending> sends = new ArrayList<>();
    private final List<Instant> offers = new ArrayList<>();
    private final Map<JourneyId, Instant> cooldowns = new HashMap<>();
    private final List<Long> recentMessageIds = new ArrayList<>();
    private String id = "";
    private long nextOffset;
    private Browsing browsing = Browsing.NONE;
    private Optional<Instant> segmentCheck = Optional.empty();
    private String arranged = "";
    private Optional<Instant> firstSeen = Optional.empty();
    private OptionalLong indexedDue = OptionalLong.empty();
    private boolean countedByStep;
    private long appliedFirst;
    private long appliedCount;
    private long appliedDigest;
    private boolean appliedComplete;

    private CustomerReading() {}

    static StoredCustomer read(ForwardReader in) throws IOException {
        var reading = new CustomerReading();
        while (in.next()) {
            reading.field(in);
        }
        return reading.stored();
    }

    private void field(ForwardReader in) throws IOException {
        switch (in.field()) {
            case CustomerState.ID_FIELD_NUMBER -> id = in.text();
            case CustomerState.NEXT_OFFSET_FIELD_NUMBER -> nextOffset = in.number();
            case CustomerState.ATTRIBUTES_FIELD_NUMBER -> in.entry(attributes, ValueCodec::value);
            case CustomerState.CONSENTS_FIELD_NUMBER -> in.message(this::consent);
            case CustomerState.TOPICS_FIELD_NUMBER -> in.entry(topics, ForwardReader::flag);
            case CustomerState.HISTORY_FIELD_NUMBER -> in.entry(history, HistoryCodec::history);
            case CustomerState.RUNS_FIELD_NUMBER -> runs.add(in.message(RunReading::read));
            case CustomerState.RECENT_MESSAGE_IDS_FIELD_NUMBER -> in.fixedElements(recentMessageIds::add);
            case CustomerState.SEGMENTS_FIELD_NUMBER -> segments.add(new SegmentId(in.text()));
            case CustomerState.ARRANGED_FIELD_NUMBER -> arranged = in.text();
            case CustomerState.FIRST_SEEN_FIELD_NUMBER -> firstSeen = Optional.of(ValueCodec.moment(in));
            case CustomerState.BROWSING_FIELD_NUMBER -> browsing = in.message(BrowsingCodec::read);
            default -> agendaOrPressure(in);
        }
    }

    private void agendaOrPressure(ForwardReader in) throws IOException {
        switch (in.field()) {
            case CustomerState.SILENCES_FIELD_NUMBER -> in.entry(silences, JourneyId::new, ValueCodec::moment);
            case CustomerState.DATES_FIELD_NUMBER -> in.entry(dates, JourneyId::new, ValueCodec::moment);
            case CustomerState.SEGMENT_CHECK_FIELD_NUMBER -> segmentCheck = Optional.of(ValueCodec.moment(in));
            case CustomerState.SENDS_FIELD_NUMBER -> sends.add(in.message(PressureCodec::read));
            case CustomerState.OFFERS_FIELD_NUMBER -> offers.add(ValueCodec.moment(in));
            case CustomerState.COOLDOWNS_FIELD_NUMBER -> in.entry(cooldowns, JourneyId::new, ValueCodec::moment);
            default -> bookkeeping(in);
        }
    }

    private void bookkeeping(ForwardReader in) throws IOException {
        switch (in.field()) {
            case CustomerState.INDEXED_DUE_MILLIS_FIELD_NUMBER -> indexedDue = OptionalLong.of(in.number());
            case CustomerState.COUNTED_BY_STEP_FIELD_NUMBER -> countedByStep = in.flag();
            case CustomerState.APPLIED_FIRST_FIELD_NUMBER -> appliedFirst = in.number();
            case CustomerState.APPLIED_COUNT_FIELD_NUMBER -> appliedCount = in.number();
            case CustomerState.APPLIED_DIGEST_FIELD_NUMBER -> appliedDigest = in.fixed();
            case CustomerState.APPLIED_COMPLETE_FIELD_NUMBER -> appliedComplete = in.flag();
            default -> in.skip();
        }
    }

    private boolean consent(ForwardReader in) throws IOException {
        long channel = 0;
        boolean granted = false;
        while (in.next()) {
            switch (in.field()) {
                case Consent.CHANNEL_FIELD_NUMBER -> channel = in.number();
                case Consent.GRANTED_FIELD_NUMBER -> granted = in.flag();
                default -> in.skip();
            }
        }
        consents.put(WireNames.channel(channel), granted);
        return granted;
    }

    private StoredCustomer stored() {
        Customer customer = new CustomerBuilder(id)
                .offset(nextOffset - 1)
                .attributes(attributes)
                .consents(consents)
                .topics(topics)
                .history(history)
                .browsing(browsing)
                .runs(runs)
                .agenda(new Agenda(silences, dates, segmentCheck))
                .segments(segments)
                .pressure(new Pressure(sends, offers, cooldowns))
                .recentMessageIds(recentMessageIds)
                .arranged(arranged)
                .firstSeen(firstSeen)
                .build();
        var applied = new Applied(appliedFirst, appliedCount, appliedDigest, appliedComplete);
        return new StoredCustomer(customer, indexedDue, countedByStep, applied);
    }
}
