package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Agenda;
import dev.safar.engine.state.wire.CustomerState;

/** What time alone will bring, as part of a stored customer. */
final class AgendaCodec {

    private AgendaCodec() {}

    static void write(BackwardWriter out, Agenda agenda) {
        agenda.segmentCheck().ifPresent(due -> ValueCodec.moment(out, CustomerState.SEGMENT_CHECK_FIELD_NUMBER, due));
        ValueCodec.moments(out, CustomerState.DATES_FIELD_NUMBER, agenda.dates(), JourneyId::value);
        ValueCodec.moments(out, CustomerState.SILENCES_FIELD_NUMBER, agenda.silences(), JourneyId::value);
    }
}
