package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.StepId;
import dev.safar.engine.state.wire.PlaceTally;

/** How many runs wait at a place, to bytes and back. */
public final class PlaceCodec {

    private PlaceCodec() {}

    /** A place and how many runs wait there. */
    public record Counted(Place place, long waiting) {}

    public static byte[] encode(Place place, long waiting) {
        return StateFormat.write(PlaceTally.newBuilder()
                .setJourney(place.journey().id().value())
                .setVersion(place.journey().version())
                .setStep(place.step().value())
                .setWaiting(waiting)
                .build());
    }

    /**
     * Reads a stored place.
     *
     * @throws UnreadableStateException if a newer version wrote it, or it is damaged
     */
    public static Counted decode(byte[] stored) {
        PlaceTally wire = StateFormat.read(stored, PlaceTally.parser());
        var journey = new JourneyRef(new JourneyId(wire.getJourney()), wire.getVersion());
        return new Counted(new Place(journey, new StepId(wire.getStep())), wire.getWaiting());
    }
}
