package dev.safar.engine.streams;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoredCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** All customers are gone through in slices, whatever happens in between. */
class SweeperTest {

    private static final Instant T0 = JourneySimulation.T0;
    private static final EngineLimits TINY =
            new EngineLimits(3, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(1), 7);

    private static final EngineLimits NO_TIME =
            new EngineLimits(3, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ZERO, 7);

    private static final byte[] UNREADABLE = {0};

    /** Half past nine in the zone of the tests. */
    private static final String NEWS =
            """
            journey: news
            owner: a@b.example
            start: { schedule: { cron: "0 13 * * *" } }
            steps:
              - wait: 1h
            """;

    private static final int MANY = 50;
    private static final List<String> CUSTOMERS =
            IntStream.range(0, MANY).mapToObj(i -> "customer-" + i).sorted().toList();

    private final AtomicReference<Workspace> workspace = new AtomicReference<>(with(Map.of()));

    @Test
    void aChangedWorkspaceReachesEveryCustomerInSlices() {
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            CUSTOMERS.forEach(simulation::customer);
            simulation.tick(T0).pass(Duration.ofSeconds(1));
            workspace.set(with(Map.of("news.yaml", NEWS)));

            // when
            simulation.tick(simulation.now());

            // then
            assertThat(inLine(simulation)).isEqualTo(7);

            // and when
            simulation.punctuate().punctuate();

            // then
            assertThat(inLine(simulation)).isEqualTo(21);

            // and when
            simulation.pass(Duration.ofSeconds(1));

            // then
            assertThat(inLine(simulation)).isEqualTo(MANY);
            assertThat(simulation.decisions()).isEmpty();
        }
    }

    @Test
    void aSweepGoesOnAfterARestartWhereItWas() {
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            CUSTOMERS.forEach(simulation::customer);
            simulation.pass(Duration.ofSeconds(1));
            workspace.set(with(Map.of("news.yaml", NEWS)));
            double before = simulation.count("safar.sweep.customers");
            simulation.tick(simulation.now());

            // when
            simulation.restart().pass(Duration.ofSeconds(1));

            // then
            assertThat(inLine(simulation)).isEqualTo(MANY);
            assertThat(simulation.count("safar.sweep.customers") - before).isEqualTo(MANY);
        }
    }

    @Test
    void nothingIsGoneThroughWhileTheLastTickIsStale() {
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            CUSTOMERS.forEach(simulation::customer);
            simulation.pass(Duration.ofSeconds(1));
            workspace.set(with(Map.of("news.yaml", NEWS)));

            // when
            simulation.passUnnoticed(Duration.ofSeconds(30)).tick(T0).punctuate();

            // then
            assertThat(inLine(simulation)).isZero();
        }
    }

    @Test
    void noCustomerIsReadOnceTheSlicesOfAThreadAreUsedUp() {
        try (var simulation = new JourneySimulation(workspace::get, NO_TIME, T0)) {
            // given
            CUSTOMERS.forEach(simulation::customer);
            byte[] readable = asTheFirstVersionWrote(simulation, CUSTOMERS.get(0));
            simulation.store(CUSTOMERS.get(0), UNREADABLE);
            workspace.set(with(Map.of("news.yaml", NEWS)));

            // when
            simulation.tick(T0).punctuate();

            // then
            assertThat(simulation.count("safar.sweep.customers")).isZero();
            simulation.store(CUSTOMERS.get(0), readable);
        }
    }

    @Test
    void goingBackDuringABacklogBringsThoseInLineWhoHadTheOtherVersion() {
        Workspace first = workspace.get();
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            simulation.customer("ada").pass(Duration.ofSeconds(1));
            workspace.set(with(Map.of("news.yaml", NEWS)));
            CUSTOMERS.forEach(simulation::customer);
            simulation.restart();

            // when
            workspace.set(first);
            simulation.tick(simulation.now()).pass(Duration.ofSeconds(1));

            // then
            assertThat(inLine(simulation)).isEqualTo(MANY);
        }
    }

    @Test
    void customersWhoCameToAnEmptyStoreAreInLineFromTheBeginning() {
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            CUSTOMERS.forEach(simulation::customer);

            // when
            simulation.tick(T0).pass(Duration.ofSeconds(1));

            // then
            assertThat(simulation.count("safar.sweep.customers")).isZero();
            assertThat(inLine(simulation)).isEqualTo(MANY);
        }
    }

    @Test
    void aBroadcastBeginsOnceForEveryCustomerThoughItIsInterrupted() {
        workspace.set(with(Map.of("news.yaml", NEWS)));
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            CUSTOMERS.forEach(simulation::customer);
            simulation.pass(Duration.ofMinutes(29)).decisions();
            simulation.passUnnoticed(Duration.ofMinutes(1)).tick(simulation.now());
            List<String> first = entered(simulation);

            // when
            simulation.restart().pass(Duration.ofSeconds(1));
            List<String> rest = entered(simulation);
            simulation.pass(Duration.ofMinutes(5));

            // then
            assertThat(first).containsExactlyElementsOf(CUSTOMERS.subList(0, 7));
            assertThat(rest).containsExactlyElementsOf(CUSTOMERS.subList(7, MANY));
            assertThat(entered(simulation)).isEmpty();
            assertThat(simulation.count("safar.schedules.done")).isEqualTo(1);
        }
    }

    @Test
    void eventsAreProcessedBetweenTheSlicesOfABroadcast() {
        workspace.set(with(Map.of("news.yaml", NEWS)));
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            CUSTOMERS.forEach(simulation::customer);
            simulation.pass(Duration.ofMinutes(29)).decisions();
            simulation.passUnnoticed(Duration.ofMinutes(1)).tick(simulation.now());

            // when
            String last = CUSTOMERS.get(MANY - 1);
            simulation.track(last, "Product Added", Map.of("cart_id", "c1", "cart_total", 50));

            // then
            assertThat(entered(simulation)).hasSize(8).last().isEqualTo(last);
        }
    }

    @Test
    void customersOfTheFirstVersionAreCountedByStepWhenAllHaveBeenGoneThrough() {
        try (var simulation = new JourneySimulation(workspace::get, TINY, T0)) {
            // given
            for (String customer : CUSTOMERS) {
                simulation
                        .customer(customer)
                        .track(customer, "Product Added", Map.of("cart_id", "c1", "cart_total", 50));
            }
            CUSTOMERS.forEach(customer -> simulation.store(customer, asTheFirstVersionWrote(simulation, customer)));
            simulation.forgetPlacesAndSweeps().restart();
            assertThat(simulation.places()).isEmpty();

            // when
            simulation.track(CUSTOMERS.get(40), "Order Completed", Map.of("order_id", "o1", "total", 5));
            simulation.tick(simulation.now()).pass(Duration.ofSeconds(1));

            // then
            assertThat(simulation.places()).isEqualTo(simulation.census().places());
            assertThat(simulation.places().values()).containsExactlyInAnyOrder(MANY - 1L, 1L);
        }
    }

    private static byte[] asTheFirstVersionWrote(JourneySimulation simulation, String id) {
        Customer now = simulation.stored(id).orElseThrow();
        Customer then = new CustomerBuilder(id)
                .offset(now.offset())
                .attributes(now.attributes())
                .consents(now.consents())
                .history(now.history())
                .runs(now.runs())
                .agenda(now.agenda())
                .recentMessageIds(now.recentMessageIds())
                .build();
        return CustomerCodec.encode(new StoredCustomer(then, OptionalLong.empty(), false, Applied.UNKNOWN));
    }

    private long inLine(JourneySimulation simulation) {
        return CUSTOMERS.stream()
                .map(customer -> simulation.stored(customer).orElseThrow())
                .filter(customer -> customer.arranged().equals(workspace.get().version()))
                .count();
    }

    private static List<String> entered(JourneySimulation simulation) {
        return simulation.decisions().stream()
                .filter(decision -> decision.type().equals("entered"))
                .map(decision -> decision.customer())
                .toList();
    }

    private static Workspace with(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(ShippedWorkspace.files().texts());
        texts.putAll(more);
        return ShippedWorkspace.compile(new WorkspaceFiles(texts));
    }
}
