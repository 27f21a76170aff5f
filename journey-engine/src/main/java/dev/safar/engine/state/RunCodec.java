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

    static RunState encode(Run run) {
        RunState.Builder wire = RunState.newBuilder()
                .setId(run.id().value())
                .setJourney(run.journey().id().value())
                .setVersion(run.journey().version())
                .setKey(run.key())
                .setStartedAt(ValueCodec.moment(run.startedAt()))
                .setStep(run.step().value());
        ValueCodec.each(run.start(), wire::putStart);
        ValueCodec.each(run.values(), wire::putValues);
        run.due().ifPresent(due -> wire.setDue(ValueCodec.moment(due)));
        run.offer().ifPresent(offer -> wire.setOffer(encode(offer)));
        run.messages().forEach(message -> wire.addMessages(encode(message)));
        run.heldSince().ifPresent(since -> wire.setHeldSince(ValueCodec.moment(since)));
        run.goalUntil().ifPresent(until -> wire.setGoalUntil(ValueCodec.moment(until)));
        run.outcome().ifPresent(wire::setOutcome);
        return wire.build();
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

    private static OfferState encode(Offer offer) {
        return OfferState.newBuilder()
                .setId(offer.id())
                .setPercent(offer.percent())
                .setCode(offer.code())
                .setValidUntil(ValueCodec.moment(offer.validUntil()))
                .build();
    }

    private static Offer decode(OfferState wire) {
        return new Offer(wire.getId(), wire.getPercent(), wire.getCode(), ValueCodec.instant(wire.getValidUntil()));
    }

    private static MessageState encode(SentMessage message) {
        MessageState.Builder wire = MessageState.newBuilder()
                .setId(message.id().value())
                .setStep(message.step().value())
                .setChannel(WireNames.wire(message.channel()))
                .setRequestedAt(ValueCodec.moment(message.requestedAt()))
                .setStatus(WireNames.wire(message.status()));
        message.untried().forEach(channel -> wire.addUntried(WireNames.wire(channel)));
        message.notAfter().ifPresent(notAfter -> wire.setNotAfter(ValueCodec.moment(notAfter)));
        return wire.build();
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
