package dev.safar.engine.state;

import dev.safar.core.model.Channel;
import dev.safar.core.runtime.SentMessage.Status;
import dev.safar.engine.state.wire.WireChannel;
import dev.safar.engine.state.wire.WireStatus;

/** Enumerations of the core and their stored numbers, which a renaming in the core can't change. */
final class WireNames {

    private WireNames() {}

    static WireChannel wire(Channel channel) {
        return switch (channel) {
            case EMAIL -> WireChannel.CHANNEL_EMAIL;
            case SMS -> WireChannel.CHANNEL_SMS;
            case PUSH -> WireChannel.CHANNEL_PUSH;
            case INAPP -> WireChannel.CHANNEL_INAPP;
        };
    }

    static Channel channel(long number) {
        WireChannel wire = WireChannel.forNumber((int) number);
        return switch (wire == null ? WireChannel.UNRECOGNIZED : wire) {
            case CHANNEL_EMAIL -> Channel.EMAIL;
            case CHANNEL_SMS -> Channel.SMS;
            case CHANNEL_PUSH -> Channel.PUSH;
            case CHANNEL_INAPP -> Channel.INAPP;
            case CHANNEL_UNKNOWN, UNRECOGNIZED ->
                throw new UnreadableStateException("a stored channel is unknown to this version");
        };
    }

    static WireStatus wire(Status status) {
        return switch (status) {
            case REQUESTED -> WireStatus.STATUS_REQUESTED;
            case ACCEPTED -> WireStatus.STATUS_ACCEPTED;
            case DELIVERED -> WireStatus.STATUS_DELIVERED;
            case OPENED -> WireStatus.STATUS_OPENED;
            case CLICKED -> WireStatus.STATUS_CLICKED;
            case FAILED -> WireStatus.STATUS_FAILED;
            case RETRACTED -> WireStatus.STATUS_RETRACTED;
        };
    }

    static Status status(long number) {
        WireStatus wire = WireStatus.forNumber((int) number);
        return switch (wire == null ? WireStatus.UNRECOGNIZED : wire) {
            case STATUS_REQUESTED -> Status.REQUESTED;
            case STATUS_ACCEPTED -> Status.ACCEPTED;
            case STATUS_DELIVERED -> Status.DELIVERED;
            case STATUS_OPENED -> Status.OPENED;
            case STATUS_CLICKED -> Status.CLICKED;
            case STATUS_FAILED -> Status.FAILED;
            case STATUS_RETRACTED -> Status.RETRACTED;
            case STATUS_UNKNOWN, UNRECOGNIZED ->
                throw new UnreadableStateException("a stored message status is unknown to this version");
        };
    }
}
