package dev.safar.engine.state;

import dev.safar.core.runtime.Pressure;
import dev.safar.engine.state.wire.CustomerState;
import dev.safar.engine.state.wire.Sending;

/** What policies have counted, as part of a stored customer. */
final class PressureCodec {

    private PressureCodec() {}

    static void encode(Pressure pressure, CustomerState.Builder wire) {
        pressure.sends()
                .forEach(sent -> wire.addSends(Sending.newBuilder()
                        .setChannel(WireNames.wire(sent.channel()))
                        .setAt(ValueCodec.moment(sent.at()))));
        pressure.offers().forEach(at -> wire.addOffers(ValueCodec.moment(at)));
        pressure.cooldowns().forEach((journey, until) -> wire.putCooldowns(journey.value(), ValueCodec.moment(until)));
    }

    static Pressure decode(CustomerState wire) {
        return new Pressure(
                wire.getSendsList().stream()
                        .map(sent -> new Pressure.Sending(
                                WireNames.channel(sent.getChannel()), ValueCodec.instant(sent.getAt())))
                        .toList(),
                wire.getOffersList().stream().map(ValueCodec::instant).toList(),
                AgendaCodec.perJourney(wire.getCooldownsMap()));
    }
}
