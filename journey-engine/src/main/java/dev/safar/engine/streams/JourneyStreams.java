package dev.safar.engine.streams;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.kafka.KafkaTopics;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Customer;
import dev.safar.engine.definition.DefinitionFollower;
import dev.safar.engine.definition.DefinitionMeters;
import dev.safar.engine.query.PublishedWorkspace;
import dev.safar.engine.state.Place;
import dev.safar.engine.state.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * An instance of the engine, from start to close. It begins to process when a workspace has been published, so that no
 * event passes unobserved.
 */
public final class JourneyStreams implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final EngineSettings settings;
    private final InstantSource clock;
    private final TaskBoard board = new TaskBoard();
    private final TickProducer ticks;
    private final DefinitionFollower definitions;
    private final EngineGauges gauges;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMetrics;
    private volatile boolean following;
    private boolean started;
    private boolean closed;

    /**
     * @param clock what time it is: for ticks, and for how fresh they are
     */
    public JourneyStreams(EngineSettings settings, InstantSource clock, MeterRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.ticks = new TickProducer(settings.bootstrapServers(), settings.applicationId() + "-ticks");
        this.definitions =
                new DefinitionFollower(settings.bootstrapServers(), this::onWorkspace, new DefinitionMeters(registry));
        var parts = new EngineParts(
                () -> definitions.workspace().orElseThrow(),
                clock,
                ticks,
                new EngineMeters(registry),
                board,
                settings.limits());
        var tools = TaskTools.of(parts, settings.pace().messages());
        this.streams = new KafkaStreams(
                JourneyTopology.build(() -> new CustomerProcessor(tools)), StreamsProperties.of(settings));
        this.streams.setUncaughtExceptionHandler(new RestartPolicy());
        var restores = new RestoreMeter(registry);
        this.streams.setGlobalStateRestoreListener(restores);
        this.streams.setStandbyUpdateListener(restores);
        this.gauges = new EngineGauges(registry, this);
        this.streamsMetrics = new KafkaStreamsMetrics(streams);
        streamsMetrics.bindTo(registry);
    }

    /**
     * Creates missing topics and begins to wait for a workspace; returns without waiting.
     *
     * @throws IllegalStateException if Kafka does not answer
     */
    public void start() {
        EngineSettings.TopicSettings topics = settings.topics();
        KafkaTopics.createMissing(
                settings.bootstrapServers(), TopicSpec.all(topics.partitions()), topics.replication());
        definitions.start();
        following = true;
    }

    /** Whether all tasks of this instance are at work and have worked off their backlog. */
    public boolean ready() {
        Set<TaskMetadata> tasks = EngineGauges.activeTasks(streams);
        return streams.state() == KafkaStreams.State.RUNNING && !tasks.isEmpty() && board.caughtUp(tasks.size());
    }

    /** Whether it works or may yet; false once it has given up. */
    public boolean alive() {
        KafkaStreams.State state = streams.state();
        return state != KafkaStreams.State.ERROR
                && state != KafkaStreams.State.PENDING_ERROR
                && (definitions.alive() || !following);
    }

    /** When the next timer of this instance is due. */
    public Optional<Instant> nextDue() {
        return board.nextDue();
    }

    /** Writes a tick with the clock's time into every partition of this instance, now. */
    public void tick() {
        Instant now = Timers.floor(clock.instant());
        board.partitions().forEach(partition -> ticks.write(partition, now));
    }

    /** Whether every task has seen a tick at {@code time} or later, and has nothing left to fire up to it. */
    public boolean settledAt(Instant time) {
        return board.settledAt(Timers.floor(time));
    }

    /** How old the latest tick of the slowest task is; empty while a task has seen none. */
    public Optional<Duration> tickAge() {
        return board.tickAge(clock.instant());
    }

    /** How long the most overdue timer has been due; zero if none is. */
    public Duration oldestOverdue() {
        return nextDue()
                .map(due -> Duration.between(due, clock.instant()))
                .filter(overdue -> !overdue.isNegative())
                .orElse(Duration.ZERO);
    }

    /** How many events are waiting to be processed. */
    public long lag() {
        return EngineGauges.lag(streams);
    }

    /** The runs of this instance's customers so far. */
    public Tally tally() {
        return board.tally();
    }

    /** The workspace that decides now, as it was published. */
    public PublishedWorkspace published() {
        return definitions.published();
    }

    /** The brokers this engine works with. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** How many ways through all customers of a task are under way. */
    public int sweeps() {
        return board.sweeps();
    }

    /** How many runs of this instance's customers wait where. */
    public Map<Place, Long> places() {
        return board.places();
    }

    /** The journeys that new runs begin with, by name; none before a workspace has been read. */
    public List<JourneyId> journeys() {
        return definitions.workspace().stream()
                .flatMap(workspace -> workspace.journeys().stream())
                .map(Journey::ref)
                .map(ref -> ref.id())
                .toList();
    }

    /**
     * Counts this instance's customers one by one.
     *
     * @throws StoresUnavailableException while the stores can't be read
     */
    public Census census() {
        return ask(LocalCustomers::census);
    }

    /**
     * A customer as the engine knows one, if this instance holds it.
     *
     * @throws StoresUnavailableException while the stores can't be read
     */
    public Optional<Customer> customer(String id) {
        return ask(customers -> customers.find(id));
    }

    /** Stops. Unless told to leave it stays a member of its group, so that the next start gets its tasks back at once. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        definitions.close();
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(afterStop()));
        ticks.close();
        gauges.close();
        streamsMetrics.close();
    }

    private GroupMembershipOperation afterStop() {
        return settings.membership().leaveOnStop()
                ? GroupMembershipOperation.LEAVE_GROUP
                : GroupMembershipOperation.REMAIN_IN_GROUP;
    }

    private synchronized void onWorkspace(Workspace workspace) {
        gauges.show(workspace);
        if (!started && !closed) {
            started = true;
            streams.start();
        }
    }

    /** A rebalance may take the stores away at any moment, also in the middle of a question. */
    private <T> T ask(Function<LocalCustomers, T> question) {
        try {
            ReadOnlyKeyValueStore<Bytes, byte[]> store = streams.store(StoreQueryParameters.fromNameAndType(
                    JourneyTopology.CUSTOMERS, QueryableStoreTypes.keyValueStore()));
            return question.apply(new LocalCustomers(store));
        } catch (InvalidStateStoreException e) {
            throw new StoresUnavailableException(e);
        }
    }
}
