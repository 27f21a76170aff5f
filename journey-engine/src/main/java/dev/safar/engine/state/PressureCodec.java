package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Pressure;
import dev.safar.engine.state.wire.CustomerState;
import dev.safar.engine.state.wire.Sending;
import java.io.IOException;
import java.time.Instant;

/** What policies have counted, as part of a stored customer. */
final class PressureCodec {

    private PressureCodec() {}

    static void write(BackwardWriter out, Pressure pressure) {
        ValueCodec.moments(out, CustomerState.COOLDOWNS_FIELD_NUMBER, pressure.cooldowns(), JourneyId::value);
        BackwardWriter.lastFirst(
                pressure.offers(), offer -> ValueCodec.moment(out, CustomerState.OFFERS_FIELD_NUMBER, offer));
        BackwardWriter.lastFirst(pressure.sends(), send -> write(out, send));
    }

    private static void write(BackwardWriter out, Pressure.Sending sent) {
        int mark = out.mark();
        ValueCodec.moment(out, Sending.AT_FIELD_NUMBER, sent.at());
        out.number(Sending.CHANNEL_FIELD_NUMBER, WireNames.wire(sent.channel()).getNumber());
        out.message(CustomerState.SENDS_FIELD_NUMBER, mark);
    }

    static Pressure.Sending read(ForwardReader in) throws IOException {
        long channel = 0;
        Instant at = Instant.EPOCH;
        while (in.next()) {
            switch (in.field()) {
                case Sending.CHANNEL_FIELD_NUMBER -> channel = in.number();
                case Sending.AT_FIELD_NUMBER -> at = ValueCodec.moment(in);
                default -> in.skip();
            }
        }
        return new Pressure.Sending(WireNames.channel(channel), at);
    }
}
