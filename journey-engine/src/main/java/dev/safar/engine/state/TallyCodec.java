package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import dev.safar.engine.state.wire.JourneyTally;
import dev.safar.engine.state.wire.TallyState;
import java.util.HashMap;
import java.util.Map;

/** A task's tally to bytes and back. */
public final class TallyCodec {

    private TallyCodec() {}

    public static byte[] encode(Tally tally) {
        TallyState.Builder wire = TallyState.newBuilder();
        tally.journeys()
                .forEach((journey, counts) -> wire.putJourneys(
                        journey.value(),
                        JourneyTally.newBuilder()
                                .setEntered(counts.entered())
                                .setWaiting(counts.waiting())
                                .putAllFinished(counts.finished())
                                .build()));
        return StateFormat.write(wire.build());
    }

    /**
     * Reads a stored tally.
     *
     * @throws UnreadableStateException if a newer version wrote it, or it is damaged
     */
    public static Tally decode(byte[] stored) {
        Map<JourneyId, Tally.Counts> journeys = new HashMap<>();
        StateFormat.read(stored, TallyState.parser())
                .getJourneysMap()
                .forEach((journey, wire) -> journeys.put(
                        new JourneyId(journey),
                        new Tally.Counts(wire.getEntered(), wire.getWaiting(), wire.getFinishedMap())));
        return new Tally(journeys);
    }
}
