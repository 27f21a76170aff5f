package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import dev.safar.engine.state.Sweeps.Aim;
import dev.safar.engine.state.Sweeps.Sweep;
import dev.safar.engine.state.Sweeps.Watched;
import dev.safar.engine.state.wire.SweepState;
import dev.safar.engine.state.wire.SweepUnderWay;
import dev.safar.engine.state.wire.WatchedTimetable;
import java.util.HashMap;
import java.util.Map;

/** A task's sweeps to bytes and back. */
public final class SweepsCodec {

    private SweepsCodec() {}

    public static byte[] encode(Sweeps sweeps) {
        SweepState.Builder wire = SweepState.newBuilder().setInLineWith(sweeps.inLineWith());
        sweeps.underWay().forEach(sweep -> wire.addUnderWay(encode(sweep)));
        sweeps.timetables()
                .forEach((journey, watched) -> wire.putTimetables(
                        journey.value(),
                        WatchedTimetable.newBuilder()
                                .setText(watched.text())
                                .setDone(ValueCodec.moment(watched.done()))
                                .build()));
        return StateFormat.write(wire.build());
    }

    /**
     * Reads stored sweeps.
     *
     * @throws UnreadableStateException if a newer version wrote them, or they are damaged
     */
    public static Sweeps decode(byte[] stored) {
        SweepState wire = StateFormat.read(stored, SweepState.parser());
        Map<JourneyId, Watched> timetables = new HashMap<>();
        wire.getTimetablesMap()
                .forEach((journey, watched) -> timetables.put(
                        new JourneyId(journey), new Watched(watched.getText(), ValueCodec.instant(watched.getDone()))));
        return new Sweeps(
                wire.getInLineWith(),
                wire.getUnderWayList().stream().map(SweepsCodec::decode).toList(),
                timetables);
    }

    private static SweepUnderWay encode(Sweep sweep) {
        SweepUnderWay.Builder wire = SweepUnderWay.newBuilder()
                .setBegan(ValueCodec.moment(sweep.began()))
                .setCursor(sweep.cursor());
        if (sweep.aim() instanceof Aim.Broadcast broadcast) {
            wire.setJourney(broadcast.journey().value()).setDue(ValueCodec.moment(broadcast.due()));
        } else {
            wire.setWorkspace(((Aim.InLine) sweep.aim()).workspace());
        }
        return wire.build();
    }

    private static Sweep decode(SweepUnderWay wire) {
        Aim aim = wire.hasDue()
                ? new Aim.Broadcast(new JourneyId(wire.getJourney()), ValueCodec.instant(wire.getDue()))
                : new Aim.InLine(wire.getWorkspace());
        return new Sweep(aim, ValueCodec.instant(wire.getBegan()), wire.getCursor());
    }
}
