package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Agenda;
import dev.safar.engine.state.wire.CustomerState;
import dev.safar.engine.state.wire.Moment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What time alone will bring, as part of a stored customer. */
final class AgendaCodec {

    private AgendaCodec() {}

    static void write(BackwardWriter out, Agenda agenda) {
        agenda.segmentCheck().ifPresent(due -> ValueCodec.moment(out, CustomerState.SEGMENT_CHECK_FIELD_NUMBER, due));
        ValueCodec.moments(out, CustomerState.DATES_FIELD_NUMBER, agenda.dates(), JourneyId::value);
        ValueCodec.moments(out, CustomerState.SILENCES_FIELD_NUMBER, agenda.silences(), JourneyId::value);
    }

    static Agenda decode(CustomerState wire) {
        Optional<Instant> segmentCheck =
                wire.hasSegmentCheck() ? Optional.of(ValueCodec.instant(wire.getSegmentCheck())) : Optional.empty();
        return new Agenda(perJourney(wire.getSilencesMap()), perJourney(wire.getDatesMap()), segmentCheck);
    }

    static Map<JourneyId, Instant> perJourney(Map<String, Moment> wire) {
        Map<JourneyId, Instant> instants = new HashMap<>();
        wire.forEach((journey, at) -> instants.put(new JourneyId(journey), ValueCodec.instant(at)));
        return instants;
    }
}
