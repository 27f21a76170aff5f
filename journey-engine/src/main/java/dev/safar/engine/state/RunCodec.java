package dev.safar.engine.state;

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
import dev.safar.engine.state.wire.Moment;
import dev.safar.engine.state.wire.OfferState;
import dev.safar.engine.state.wire.RunState;
import java.time.Instant;
import java.util.Optional;

/** Runs, their offers and messages. */
final class RunCodec {

    private RunCodec() {}

    static void write(BackwardWriter out, Run run) {
        run.goalUntil().ifPresent(until -> ValueCodec.moment(out, RunState.GOAL_UNTIL_FIELD_NUMBER, until));
        run.heldSince().ifPresent(since -> ValueCodec.moment(out, RunState.HELD_SINCE_FIELD_NUMBER, since));
        ValueCodec.values(out, RunState.VALUES_FIELD_NUMBER, run.values());
        run.outcome().ifPresent(outcome -> out.givenText(RunState.OUTCOME_FIELD_NUMBER, outcome));
        BackwardWriter.lastFirst(run.messages(), message -> write(out, message));
        run.offer().ifPresent(offer -> write(out, offer));
        run.due().ifPresent(due -> ValueCodec.moment(out, RunState.DUE_FIELD_NUMBER, due));
        out.text(RunState.STEP_FIELD_NUMBER, run.step().value());
        ValueCodec.values(out, RunState.START_FIELD_NUMBER, run.start());
        ValueCodec.moment(out, RunState.STARTED_AT_FIELD_NUMBER, run.startedAt());
        out.text(RunState.KEY_FIELD_NUMBER, run.key());
        out.text(RunState.VERSION_FIELD_NUMBER, run.journey().version());
        out.text(RunState.JOURNEY_FIELD_NUMBER, run.journey().id().value());
        out.text(RunState.ID_FIELD_NUMBER, run.id().value());
    }

    static Run decode(RunState wire) {
        var origin = new RunBuilder.Origin(
                new RunId(wire.getId()),
                wire.getKey(),
                ValueCodec.instant(wire.getStartedAt()),
                ValueCodec.objects(wire.getStartMap()));
        var journey = new JourneyRef(new JourneyId(wire.getJourney()), wire.getVersion());
        return new RunBuilder(origin, journey, new StepId(wire.getStep()))
                .due(instant(wire.hasDue(), wire.getDue()))
                .offer(wire.hasOffer() ? Optional.of(decode(wire.getOffer())) : Optional.empty())
                .messages(wire.getMessagesList().stream().map(RunCodec::decode).toList())
                .values(ValueCodec.objects(wire.getValuesMap()))
                .heldSince(instant(wire.hasHeldSince(), wire.getHeldSince()))
                .goalUntil(instant(wire.hasGoalUntil(), wire.getGoalUntil()))
                .outcome(wire.hasOutcome() ? Optional.of(wire.getOutcome()) : Optional.empty())
                .build();
    }

    private static Optional<Instant> instant(boolean there, Moment wire) {
        return there ? Optional.of(ValueCodec.instant(wire)) : Optional.empty();
    }

    private static void write(BackwardWriter out, Offer offer) {
        int mark = out.mark();
        ValueCodec.moment(out, OfferState.VALID_UNTIL_FIELD_NUMBER, offer.validUntil());
        out.text(OfferState.CODE_FIELD_NUMBER, offer.code());
        out.number(OfferState.PERCENT_FIELD_NUMBER, offer.percent());
        out.text(OfferState.ID_FIELD_NUMBER, offer.id());
        out.message(RunState.OFFER_FIELD_NUMBER, mark);
    }

    private static Offer decode(OfferState wire) {
        return new Offer(wire.getId(), wire.getPercent(), wire.getCode(), ValueCodec.instant(wire.getValidUntil()));
    }

    private static void write(BackwardWriter out, SentMessage message) {
        int mark = out.mark();
        out.number(
                MessageState.STATUS_FIELD_NUMBER,
                WireNames.wire(message.status()).getNumber());
        message.notAfter().ifPresent(after -> ValueCodec.moment(out, MessageState.NOT_AFTER_FIELD_NUMBER, after));
        int untried = out.mark();
        BackwardWriter.lastFirst(
                message.untried(),
                channel -> out.element(WireNames.wire(channel).getNumber()));
        out.packed(MessageState.UNTRIED_FIELD_NUMBER, untried);
        ValueCodec.moment(out, MessageState.REQUESTED_AT_FIELD_NUMBER, message.requestedAt());
        out.number(
                MessageState.CHANNEL_FIELD_NUMBER,
                WireNames.wire(message.channel()).getNumber());
        out.text(MessageState.STEP_FIELD_NUMBER, message.step().value());
        out.text(MessageState.ID_FIELD_NUMBER, message.id().value());
        out.message(RunState.MESSAGES_FIELD_NUMBER, mark);
    }

    private static SentMessage decode(MessageState wire) {
        return new SentMessage(
                new MessageId(wire.getId()),
                new StepId(wire.getStep()),
                WireNames.channel(wire.getChannel()),
                ValueCodec.instant(wire.getRequestedAt()),
                wire.getUntriedList().stream().map(WireNames::channel).toList(),
                wire.hasNotAfter() ? Optional.of(ValueCodec.instant(wire.getNotAfter())) : Optional.empty(),
                WireNames.status(wire.getStatus()));
    }
}
