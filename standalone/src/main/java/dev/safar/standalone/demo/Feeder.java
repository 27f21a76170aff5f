package dev.safar.standalone.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lives a recording through: steps the clock from one moment at which something happens to the next, be it a call or something that
 * falls due, and lets everything come to rest before it goes on. So nothing overtakes anything, however fast the clock runs.
 */
final class Feeder {

    private static final int STANDSTILL = 50;

    private final World world;
    private final List<ShopCall> calls;
    private final Progress progress;
    private final Shoppers shoppers = new Shoppers();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<String> posted = new HashSet<>();
    private int next;

    Feeder(World world, Recording recording, Progress progress) {
        this.world = world;
        this.calls = recording.calls();
        this.progress = progress;
    }

    /** Goes on to the last call and to what falls due until then. */
    void run() {
        Instant end = calls.get(calls.size() - 1).at();
        Instant now = Instant.MIN;
        int standing = 0;
        for (Optional<Instant> moment = nextMoment(end); moment.isPresent(); moment = nextMoment(end)) {
            standing = moment.get().isAfter(now) ? 0 : standing + 1;
            if (standing > STANDSTILL) {
                throw new DemoFailure(
                        "time stands still: something is due at " + moment.get() + " and does not happen");
            }
            now = moment.get().isAfter(now) ? moment.get() : now;
            live(now);
        }
    }

    /** The messages in the order in which they came. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** The ids of the calls that were handed in. */
    Set<String> posted() {
        return Set.copyOf(posted);
    }

    private Optional<Instant> nextMoment(Instant end) {
        return Stream.of(nextCall(), world.nextDue(), shoppers.latest())
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .filter(moment -> !moment.isAfter(end));
    }

    /** Views start and stop nothing: they ride along with what comes next. */
    private Optional<Instant> nextCall() {
        Stream<ShopCall> left = calls.subList(next, calls.size()).stream();
        return left.filter(call -> !isView(call)).findFirst().or(this::lastCall).map(ShopCall::at);
    }

    private Optional<ShopCall> lastCall() {
        return next < calls.size() ? Optional.of(calls.get(calls.size() - 1)) : Optional.empty();
    }

    private static boolean isView(ShopCall call) {
        return !(call instanceof ShopCall.Track track) || track.event().equals(EventNames.PRODUCT_VIEWED);
    }

    private void live(Instant now) {
        world.stepTo(now);
        post(until(now));
        shoppers.until(now).forEach(deed -> act(deed, now));
        world.settle();
        for (Arrival arrival : world.newArrivals()) {
            arrivals.add(arrival);
            world.chronicle().message(arrival.messageId()).ifPresent(message -> shoppers.notice(arrival, message));
        }
        progress.show(now, world.chronicle().events().size(), arrivals.size());
    }

    private List<ShopCall> until(Instant now) {
        int from = next;
        while (next < calls.size() && !calls.get(next).at().isAfter(now)) {
            next++;
        }
        return calls.subList(from, next);
    }

    private void act(Deed deed, Instant now) {
        if (deed instanceof Deed.Opening opening) {
            world.open(opening.messageId());
        } else if (deed instanceof Deed.Answer answer) {
            post(List.of(answer.call(now)));
        }
    }

    private void post(List<ShopCall> some) {
        if (!some.isEmpty()) {
            world.post(some);
            some.forEach(call -> posted.add(call.messageId()));
        }
    }
}
