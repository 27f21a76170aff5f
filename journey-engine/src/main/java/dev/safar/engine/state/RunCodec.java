package dev.safar.engine.state;

import dev.safar.core.runtime.Offer;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.SentMessage;
import dev.safar.engine.state.wire.MessageState;
import dev.safar.engine.state.wire.OfferState;
import dev.safar.engine.state.wire.RunState;

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

    private static void write(BackwardWriter out, Offer offer) {
        int mark = out.mark();
        ValueCodec.moment(out, OfferState.VALID_UNTIL_FIELD_NUMBER, offer.validUntil());
        out.text(OfferState.CODE_FIELD_NUMBER, offer.code());
        out.number(OfferState.PERCENT_FIELD_NUMBER, offer.percent());
        out.text(OfferState.ID_FIELD_NUMBER, offer.id());
        out.message(RunState.OFFER_FIELD_NUMBER, mark);
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
}
