package dev.safar.core.runtime;

import dev.safar.core.model.Admission;
import dev.safar.core.model.Condition;
import dev.safar.core.model.DateReference;
import dev.safar.core.model.Goal;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Recurrence;
import dev.safar.core.model.Segment;
import dev.safar.core.model.SegmentId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What begins journeys that nobody would write, and who may enter them. */
final class RandomStarts {

    /** The attribute in which customers of {@link RandomLife} have a date now and then. */
    static final String DATE = "plan";

    private static final Recurrence HOURLY = after -> Optional.of(after.plusHours(1));

    private final Random random;

    RandomStarts(Random random) {
        this.random = random;
    }

    static List<Segment> segments() {
        return List.of(
                new Segment(new SegmentId("even"), scope -> scope.count("A") % 2 == 0, false),
                new Segment(new SegmentId("silent"), scope -> silent(scope.last("B"), scope.now()), true));
    }

    private static boolean silent(Optional<Instant> last, Instant now) {
        return last.isPresent()
                && Instants.after(last.get(), Duration.ofHours(6)).isBefore(now);
    }

    /** The same journey for some only, some of the time, and with a goal. */
    Journey narrowed(Journey journey) {
        return new Journey(
                journey.ref(),
                journey.owner(),
                journey.title(),
                journey.start(),
                admission(),
                journey.stops(),
                maybe(new Goal(event(), maybe(odd()), minutes(), maybe(scope -> Optional.of(scope.count("A"))))),
                journey.steps(),
                journey.migration(),
                journey.startFields());
    }

    private Admission admission() {
        return new Admission(
                seldom(odd()),
                seldom(Life.T0.plus(minutes())),
                seldom(Life.T0.plus(minutes().multipliedBy(10))),
                maybe(minutes()),
                seldom(minutes()));
    }

    Start start() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Start.Inactive(event(), minutes(), random.nextBoolean());
            case 2, 3 -> new Start.SegmentChange(segment(), random.nextBoolean());
            case 4, 5 -> new Start.AtDate(date(), random.nextBoolean(), LocalTime.of(random.nextInt(24), 0));
            case 6 -> new Start.Schedule(new Timetable.Cron("0 * * * *", HOURLY), maybe(segment()));
            case 7 -> new Start.Called(maybe(Journeys.field("k")), again());
            default -> new Start.OnEvent(event(), maybe(odd()), maybe(Journeys.field("k")), again());
        };
    }

    private DateReference date() {
        Duration offset = random.nextBoolean() ? minutes() : Duration.ofDays(random.nextInt(3));
        return new DateReference(List.of("customer", DATE), random.nextBoolean() ? offset : offset.negated());
    }

    private SegmentId segment() {
        return new SegmentId(List.of("even", "silent", "unknown").get(random.nextInt(3)));
    }

    private Start.Again again() {
        return List.of(Start.Again.values()).get(random.nextInt(3));
    }

    private Condition odd() {
        String event = event();
        return scope -> scope.count(event) % 2 == 1;
    }

    private String event() {
        return RandomJourneys.EVENTS.get(random.nextInt(RandomJourneys.EVENTS.size()));
    }

    private Duration minutes() {
        return Duration.ofMinutes(1 + random.nextInt(100));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> Optional<T> seldom(T value) {
        return random.nextInt(5) == 0 ? Optional.of(value) : Optional.empty();
    }
}
