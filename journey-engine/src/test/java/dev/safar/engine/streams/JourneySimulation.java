package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Headers;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Retraction;
import dev.safar.contracts.Tick;
import dev.safar.contracts.Topics;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Customer;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.Place;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.Tally;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the real topology in virtual time. Days pass in milliseconds, one due timer after another. */
final class JourneySimulation implements AutoCloseable {

    static final EngineLimits UNHURRIED =
            new EngineLimits(1_000, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(1), 100_000);

    static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    /** More than any version was called before it was stored what it had. */
    private static final int EARLIER_CALLS = 1_000;

    private final VirtualClock clock;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TaskBoard board = new TaskBoard();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> events;
    private final List<Instant> ticksWritten = new ArrayList<>();
    private Restartable processor;
    private int calls;

    JourneySimulation(Workspace workspace) {
        this(workspace, T0);
    }

    JourneySimulation(Workspace workspace, Instant start) {
        this(() -> workspace, UNHURRIED, start);
    }

    JourneySimulation(Supplier<Workspace> workspace, EngineLimits limits, Instant start) {
        clock = new VirtualClock(start);
        var parts = new EngineParts(
                workspace, clock, (partition, at) -> ticksWritten.add(at), new EngineMeters(registry), board, limits);
        var tools = TaskTools.of(parts, EngineSettings.Pace.defaults().messages());
        var properties = new Properties();
        properties.putAll(StreamsProperties.of(EngineSettings.local("none:9092", newDirectory())));
        driver = new TopologyTestDriver(
                JourneyTopology.build(() -> {
                    processor = new Restartable(() -> new CustomerProcessor(tools));
                    return processor;
                }),
                properties,
                start);
        events = driver.createInputTopic(Topics.EVENTS, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A customer who can be reached on every channel. */
    JourneySimulation customer(String id) {
        return identify(
                id,
                Map.of(
                        "email",
                        id + "@example.com",
                        "phone",
                        "+989120000000",
                        "first_name",
                        id,
                        "consents",
                        List.of("email", "sms")));
    }

    JourneySimulation identify(String customer, Map<String, Object> traits) {
        return call(customer, "identify", null, clock.instant(), Map.of(), traits);
    }

    JourneySimulation track(String customer, String event, Map<String, Object> properties) {
        return track(customer, event, clock.instant(), properties);
    }

    /** An event that happened at another time than now. */
    JourneySimulation track(String customer, String event, Instant time, Map<String, Object> properties) {
        return call(customer, "track", event, time, properties, Map.of());
    }

    /** An event when it happens; what fell due before then fires first, what falls due just then fires after it. */
    JourneySimulation trackAt(Instant time, String customer, String event) {
        if (board.nextDue().filter(due -> due.isBefore(time)).isPresent()) {
            passUntil(time.minusMillis(1));
        }
        clock.set(time);
        return track(customer, event, Map.of());
    }

    /** Lets time pass, stopping at every timer due on the way: one jump would fire them all at its end. */
    JourneySimulation pass(Duration duration) {
        return passUntil(clock.instant().plus(duration));
    }

    JourneySimulation passUntil(Instant end) {
        for (Optional<Instant> due = dueBy(end); due.isPresent(); due = dueBy(end)) {
            jumpTo(
                    due.get().isAfter(clock.instant())
                            ? due.get()
                            : clock.instant().plusMillis(1));
        }
        return jumpTo(end);
    }

    /** Time passes, and no tick says so. */
    JourneySimulation passUnnoticed(Duration duration) {
        clock.set(clock.instant().plus(duration));
        return this;
    }

    JourneySimulation tick(Instant at) {
        return raw(Tick.KEY, ContractJson.write(new Tick(at)), Map.of(Headers.TYPE, Headers.TYPE_TICK));
    }

    JourneySimulation raw(String key, byte[] value, Map<String, String> headers) {
        return raw(key.getBytes(StandardCharsets.UTF_8), value, headers);
    }

    JourneySimulation raw(byte[] key, byte[] value, Map<String, String> headers) {
        var recordHeaders = new RecordHeaders();
        headers.forEach((name, text) -> recordHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        events.pipeInput(new TestRecord<>(key, value, recordHeaders));
        return this;
    }

    /** The tasks' punctuations, once. */
    JourneySimulation punctuate() {
        driver.advanceWallClockTime(CustomerProcessor.PUNCTUATION);
        return this;
    }

    /** The task is started again from its last commit. */
    JourneySimulation restart() {
        processor.restart();
        return tick(Instant.EPOCH);
    }

    /** Takes up what another version has stored, as if it had been read from the changelog. */
    JourneySimulation restored(Map<Bytes, byte[]> records) {
        records.forEach(store()::put);
        calls = EARLIER_CALLS;
        for (int i = 0; i < EARLIER_CALLS; i++) {
            tick(Instant.EPOCH); // positions go on where they were
        }
        return restart();
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Instant> nextDue() {
        return board.nextDue();
    }

    List<Instant> ticksWritten() {
        return ticksWritten;
    }

    /** What was ordered since the last call, in the order of time: {@code 24h ada email cart-offer}. */
    List<String> messages() {
        return commands().stream()
                .map(command -> String.join(
                        " ",
                        sinceStart(command.requestedAt()),
                        command.customerId(),
                        command.channel(),
                        command.template()))
                .toList();
    }

    List<MessageCommand> commands() {
        List<MessageCommand> commands = new ArrayList<>();
        Topics.messages().forEach(topic -> commands.addAll(read(topic, MessageCommand.class)));
        commands.sort(Comparator.comparing(MessageCommand::requestedAt));
        return commands;
    }

    List<DecisionRecord> decisions() {
        return read(Topics.DECISIONS, DecisionRecord.class);
    }

    List<Retraction> retractions() {
        return read(Topics.RETRACTIONS, Retraction.class);
    }

    List<DeadLetter> deadLetters() {
        return read(Topics.DEAD_LETTERS, DeadLetter.class);
    }

    Tally tally() {
        return board.tally();
    }

    Map<Place, Long> places() {
        return board.places();
    }

    Census census() {
        return local().census();
    }

    Optional<Customer> stored(String id) {
        return local().find(id);
    }

    /** Which events the store says the customer has been through. */
    Applied applied(String customer) {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(JourneyTopology.CUSTOMERS);
        return CustomerCodec.decode(store.get(StoreKeys.customer(customer))).applied();
    }

    /** What is stored, to be looked at and changed behind the processor's back. */
    KeyValueStore<Bytes, byte[]> store() {
        return driver.getKeyValueStore(JourneyTopology.CUSTOMERS);
    }

    /** Stores bytes as a customer behind the processor's back; none removes the customer. */
    void store(String customer, byte[] bytes) {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(JourneyTopology.CUSTOMERS);
        store.put(StoreKeys.customer(customer), bytes);
    }

    /** How large a customer's record is. */
    int storedBytes(String customer) {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(JourneyTopology.CUSTOMERS);
        return store.get(StoreKeys.customer(customer)).length;
    }

    /** Takes out of the store what the first version did not have: the counts by step, and what was gone through. */
    JourneySimulation forgetPlacesAndSweeps() {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(JourneyTopology.CUSTOMERS);
        store.delete(StoreKeys.SWEEPS);
        places().keySet().forEach(place -> store.delete(StoreKeys.place(place)));
        return this;
    }

    double count(String meter) {
        return registry.find(meter).counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    /** Ends the simulation; by then every run that began must wait or have finished, whatever was simulated. */
    @Override
    public void close() {
        Map<JourneyId, Long> unaccounted = new HashMap<>();
        Map<JourneyId, Long> waiting = new HashMap<>();
        tally().journeys().forEach((journey, counts) -> {
            unaccounted.put(journey, counts.unaccounted());
            waiting.put(journey, counts.waiting());
        });
        Census counted = census();
        Map<Place, Long> places = board.places();
        driver.close();
        waiting.values().removeIf(count -> count == 0);
        assertThat(unaccounted.values()).as("entered = waiting + finished").allMatch(count -> count == 0);
        assertThat(waiting).as("waiting, as counted one by one").isEqualTo(counted.running());
        assertThat(places).as("waiting per step, as counted one by one").isEqualTo(counted.places());
    }

    static String sinceStart(Instant time) {
        Duration since = Duration.between(T0, time);
        return since.toMinutesPart() == 0 && since.toSecondsPart() == 0 ? since.toHours() + "h" : since.toString();
    }

    private JourneySimulation call(
            String customer,
            String type,
            String event,
            Instant time,
            Map<String, Object> properties,
            Map<String, Object> traits) {
        calls++;
        var call = new CustomerEvent(
                type,
                event,
                customer,
                customer,
                null,
                "m" + calls,
                time,
                now(),
                properties,
                traits,
                null,
                "test",
                false);
        return publish(call);
    }

    JourneySimulation publish(CustomerEvent call) {
        Map<String, String> headers = call.event() == null
                ? Map.of(Headers.TYPE, call.type())
                : Map.of(Headers.TYPE, call.type(), Headers.EVENT, call.event());
        return raw(call.customerId(), ContractJson.write(call), headers);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Instant> dueBy(Instant end) {
        return board.nextDue().filter(due -> !due.isAfter(end));
    }

    private JourneySimulation jumpTo(Instant time) {
        clock.set(time);
        return tick(time);
    }

    private LocalCustomers local() {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(JourneyTopology.CUSTOMERS);
        return new LocalCustomers(store);
    }

    private <T> List<T> read(String topic, Class<T> type) {
        return driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(value -> ContractJson.read(value, type))
                .toList();
    }
}
