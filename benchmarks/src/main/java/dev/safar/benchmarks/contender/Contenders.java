package dev.safar.benchmarks.contender;

import dev.safar.contracts.TopicSpec;
import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.Membership;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who is compared: from what Kafka Streams can do at most, by the plain things someone would write, to Safar. */
public enum Contenders {
    PASS_THROUGH(1, "pass-through"),
    READ_MODIFY_WRITE(2, "400-byte read-modify-write"),
    TIMER_MOVE(3, "the same and a timer move"),
    PLAIN_CART(4, "cart journey by hand"),
    SAFAR(5, "Safar, all journeys");

    /** Where contenders that send something send it. */
    static final String OUTPUT = "bench-output";

    private static final int PARTITIONS = 4;

    private final int number;
    private final String title;

    Contenders(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** As people number them. */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** Of its consumers, by which it can be seen how far it is. */
    public String group() {
        return "bench-" + number;
    }

    /** The one with this number. */
    public static Contenders numbered(int number) {
        return List.of(values()).stream()
                .filter(contender -> contender.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are contenders 1 to 5, not " + number));
    }

    /** Topics of theirs that are none of Safar's. */
    public static List<TopicSpec> topics() {
        return List.of(new TopicSpec(OUTPUT, PARTITIONS, Map.of()));
    }

    Contender start(String bootstrapServers, Path stateDir) {
        EngineSettings settings = settings(bootstrapServers, stateDir);
        return switch (this) {
            case PASS_THROUGH -> PassThrough.start(settings);
            case READ_MODIFY_WRITE -> ReadModifyWrite.start(settings);
            case TIMER_MOVE -> ReadModifyWrite.startWithTimers(settings);
            case PLAIN_CART -> PlainCart.start(settings);
            case SAFAR -> SafarContender.start(settings);
        };
    }

    /** Those with which {@code up} runs its engine: one thread, commits every second. */
    private EngineSettings settings(String bootstrapServers, Path stateDir) {
        EngineSettings local = EngineSettings.local(bootstrapServers, stateDir);
        return new EngineSettings(
                bootstrapServers,
                group(),
                stateDir,
                local.threads(),
                local.pace(),
                local.topics(),
                Membership.of("bench"),
                local.limits());
    }

    /** The same settings with another interval between commits. */
    static EngineSettings committing(EngineSettings settings, Duration interval) {
        return settings.withIntervals(interval, settings.pace().poll());
    }
}
