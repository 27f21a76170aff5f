package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import dev.safar.core.runtime.Offer;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.RunBuilder;
import dev.safar.core.runtime.SentMessage;
import dev.safar.engine.state.wire.MessageState;
import dev.safar.engine.state.wire.OfferState;
import dev.safar.engine.state.wire.RunState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored run, as far as it has been read. */
final class RunReading {

    private final Map<String, Object> start = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private final List<SentMessage> messages = new ArrayList<>();
    private String id = "";
    private String journey = "";
    private String version = "";
    private String key = "";
    private String step = "";
    private Instant startedAt = Instant.EPOCH;
    private Optional<Instant> due = Optional.empty();
    private Optional<Instant> heldSince = Optional.empty();
    private Optional<Instant> goalUntil = Optional.empty();
    private Optional<Offer> offer = Optional.empty();
    private Optional<String> outcome = Optional.empty();

    private RunReading() {}

    static Run read(ForwardReader in) throws IOException {
        var reading = new RunReading();
        while (in.next()) {
            reading.field(in);
        }
        return reading.run();
    }

    private void field(ForwardReader in) throws IOException {
        switch (in.field()) {
            case RunState.ID_FIELD_NUMBER -> id = in.text();
            case RunState.JOURNEY_FIELD_NUMBER -> journey = in.text();
            case RunState.VERSION_FIELD_NUMBER -> version = in.text();
            case RunState.KEY_FIELD_NUMBER -> key = in.text();
            case RunState.STARTED_AT_FIELD_NUMBER -> startedAt = ValueCodec.moment(in);
            case RunState.START_FIELD_NUMBER -> in.entry(start, ValueCodec::value);
            case RunState.STEP_FIELD_NUMBER -> step = in.text();
            case RunState.DUE_FIELD_NUMBER -> due = Optional.of(ValueCodec.moment(in));
            case RunState.OFFER_FIELD_NUMBER -> offer = Optional.of(in.message(RunReading::offer));
            case RunState.MESSAGES_FIELD_NUMBER -> messages.add(in.message(RunReading::message));
            case RunState.OUTCOME_FIELD_NUMBER -> outcome = Optional.of(in.text());
            case RunState.VALUES_FIELD_NUMBER -> in.entry(values, ValueCodec::value);
            case RunState.HELD_SINCE_FIELD_NUMBER -> heldSince = Optional.of(ValueCodec.moment(in));
            case RunState.GOAL_UNTIL_FIELD_NUMBER -> goalUntil = Optional.of(ValueCodec.moment(in));
            default -> in.skip();
        }
    }

    private static Offer offer(ForwardReader in) throws IOException {
        String id = "";
        long percent = 0;
        String code = "";
        Instant validUntil = Instant.EPOCH;
        while (in.next()) {
            switch (in.field()) {
                case OfferState.ID_FIELD_NUMBER -> id = in.text();
                case OfferState.PERCENT_FIELD_NUMBER -> percent = in.number();
                case OfferState.CODE_FIELD_NUMBER -> code = in.text();
                case OfferState.VALID_UNTIL_FIELD_NUMBER -> validUntil = ValueCodec.moment(in);
                default -> in.skip();
            }
        }
        return new Offer(id, (int) percent, code, validUntil);
    }

    private static SentMessage message(ForwardReader in) throws IOException {
        String id = "";
        String step = "";
        long channel = 0;
        Instant requestedAt = Instant.EPOCH;
        List<Channel> untried = new ArrayList<>();
        Optional<Instant> notAfter = Optional.empty();
        long status = 0;
        while (in.next()) {
            switch (in.field()) {
                case MessageState.ID_FIELD_NUMBER -> id = in.text();
                case MessageState.STEP_FIELD_NUMBER -> step = in.text();
                case MessageState.CHANNEL_FIELD_NUMBER -> channel = in.number();
                case MessageState.REQUESTED_AT_FIELD_NUMBER -> requestedAt = ValueCodec.moment(in);
                case MessageState.UNTRIED_FIELD_NUMBER -> in.elements(one -> untried.add(WireNames.channel(one)));
                case MessageState.NOT_AFTER_FIELD_NUMBER -> notAfter = Optional.of(ValueCodec.moment(in));
                case MessageState.STATUS_FIELD_NUMBER -> status = in.number();
                default -> in.skip();
            }
        }
        return new SentMessage(
                new MessageId(id),
                new StepId(step),
                WireNames.channel(channel),
                requestedAt,
                untried,
                notAfter,
                WireNames.status(status));
    }

    private Run run() {
        var origin = new RunBuilder.Origin(new RunId(id), key, startedAt, start);
        var ref = new JourneyRef(new JourneyId(journey), version);
        return new RunBuilder(origin, ref, new StepId(step))
                .due(due)
                .offer(offer)
                .messages(messages)
                .values(values)
                .heldSince(heldSince)
                .goalUntil(goalUntil)
                .outcome(outcome)
                .build();
    }
}
